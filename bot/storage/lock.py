"""One process for one database: two bots would send everything twice."""

import fcntl
import os
from pathlib import Path

from bot.storage.errors import AlreadyRunningError
from bot.storage.fault import told


class RunLock:
    """The exclusive lock on `<database>.lock`; the folder is made and the database's file begun.

    The kernel lets go of it when the process ends in whatever way, so no stale one is left over.
    Raises AlreadyRunningError, and StorageError where nothing can be written.
    """

    def __init__(self, database: Path) -> None:
        try:
            database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._descriptor = _own(database.with_name(f"{database.name}.lock"))
        except OSError as error:
            raise told(error, database) from error
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.close(_own(database))
        except BlockingIOError as error:
            self.release()
            raise AlreadyRunningError(
                f"Sala is already running on the database {database}: stop the other one first."
            ) from error
        except OSError as error:
            self.release()
            raise told(error, database) from error

    def release(self) -> None:
        """Let the next process in. The file stays: deleting it could give two locks at once."""
        os.close(self._descriptor)


def _own(path: Path) -> int:
    # SQLite would make a file that all can read; it gives its other files the mode of the main one.
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
