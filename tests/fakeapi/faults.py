"""What can go wrong between a bot and Telegram, scripted."""

from dataclasses import dataclass


class Refusal(Exception):  # noqa: N818  # it is an answer
    """An answer that is not ok, in Telegram's words."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refusal:
    """400, as Telegram words it."""
    return Refusal(400, f"Bad Request: {description}")


@dataclass(frozen=True)
class Fault:
    """Base of all faults."""


@dataclass(frozen=True)
class TooMany(Fault):
    """429: wait so many seconds."""

    retry_after: int = 1


@dataclass(frozen=True)
class Forbidden(Fault):
    """403."""

    text: str = "bot was blocked by the user"


@dataclass(frozen=True)
class Bad(Fault):
    """400."""

    text: str = "something is wrong"


@dataclass(frozen=True)
class ServerError(Fault):
    """5xx."""

    code: int = 502


@dataclass(frozen=True)
class Unauthorized(Fault):
    """401: the token was revoked."""


@dataclass(frozen=True)
class Conflict(Fault):
    """409: a second poller."""


@dataclass(frozen=True)
class Slow(Fault):
    """Done, but answered only after so many seconds."""

    seconds: float = 1.0


@dataclass(frozen=True)
class HangBefore(Fault):
    """Nothing is done; the connection hangs so many seconds and is dropped."""

    seconds: float = 1.0


@dataclass(frozen=True)
class DropBefore(Fault):
    """Nothing is done; the connection is dropped."""


@dataclass(frozen=True)
class DropAfter(Fault):
    """It is done, but the connection is dropped before the answer."""


@dataclass(frozen=True)
class Garbage(Fault):
    """Somebody else answers in Telegram's place: a hotel's sign-in page."""

    body: bytes = b"<html>Welcome to our WiFi</html>"


def refusal(fault: Fault) -> Refusal | None:
    """The refusal of a fault that is answered with one."""
    match fault:
        case TooMany(seconds):
            words = f"Too Many Requests: retry after {seconds}"
            return Refusal(429, words, retry_after=seconds)
        case Forbidden(text):
            return Refusal(403, f"Forbidden: {text}")
        case Bad(text):
            return bad(text)
        case ServerError(code):
            return Refusal(code, "Bad Gateway" if code == 502 else "Internal Server Error")
        case Unauthorized():
            return Refusal(401, "Unauthorized")
        case Conflict():
            return conflict()
    return None


def refuse(fault: Fault | None) -> None:
    """Raise the refusal of a fault that is answered with one."""
    refused = refusal(fault) if fault else None
    if refused:
        raise refused


def conflict() -> Refusal:
    """What the earlier of two pollers is told."""
    return Refusal(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
        "is running",
    )
