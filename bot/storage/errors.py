"""Errors of storage that a caller treats differently; each text is one sentence for an admin."""

from bot.errors import SalaError


class StorageError(SalaError):
    """What is remembered cannot be read or written; the text says why and how to mend it."""


class AlreadyRunningError(StorageError):
    """Another process has this database open."""


class KeyFileError(StorageError):
    """The key file cannot be used; nothing was changed."""
