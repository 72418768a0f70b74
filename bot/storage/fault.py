"""What went wrong with a database, in one sentence."""

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from bot.storage.errors import StorageError

_SENTENCES: Final = {
    sqlite3.SQLITE_NOTADB: "is no SQLite database: name another file, or move this one away.",
    sqlite3.SQLITE_CORRUPT: "is damaged: put back a backup, or move it away to begin anew.",
    sqlite3.SQLITE_BUSY: "is locked by another program: close that program.",
    sqlite3.SQLITE_LOCKED: "is locked by another program: close that program.",
    sqlite3.SQLITE_FULL: "cannot be written, the disk is full: make room.",
    sqlite3.SQLITE_READONLY: "cannot be written: give the user that runs Sala the right to.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: give the user that runs Sala the right to.",
    sqlite3.SQLITE_IOERR: "cannot be read or written: look whether the disk is well.",
}


def told(error: Exception, path: Path) -> StorageError:
    """The error as a sentence that names the file and one way to mend it."""
    return StorageError(f"The database {path} {_what(error)}")


def _what(error: Exception) -> str:
    if isinstance(error, StorageError):
        return str(error)
    if isinstance(error, OSError):
        return (
            f"can be neither read nor created ({error.strerror}): give the user that runs Sala "
            "the right to write in its folder, or name another file."
        )
    cause = error.orig if isinstance(error, DBAPIError) else error
    # The lowest byte is the kind; the others tell it apart for those who write SQLite.
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    return _SENTENCES.get(code, f"cannot be used ({cause}).")
