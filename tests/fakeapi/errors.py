class Refused(Exception):  # noqa: N818 - Telegram refuses; nothing here is broken
    """An answer with `"ok": false`."""

    def __init__(self, status, description, **parameters):
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self):
        """The answer as Telegram writes it."""
        body = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(text, **parameters):
    return Refused(400, f"Bad Request: {text}", **parameters)


def forbidden(text):
    return Refused(403, f"Forbidden: {text}")
