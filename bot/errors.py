"""Errors that a caller treats differently. Faults of content are values: `bot.content.Problem`."""


class SalaError(Exception):
    """Anything that Sala itself raises; its text is meant for a person."""


class ContentError(SalaError):
    """The content does not load, so there is nothing to answer from."""


class CatalogueError(SalaError):
    """A gettext catalogue does not load."""


class BadRequestError(SalaError):
    """What somebody handed in cannot be read: a batch line, an option."""
