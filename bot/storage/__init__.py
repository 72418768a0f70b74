"""`people.Store` in memory and on SQLite, and the key both need.

`bot.storage.sqlite.open_store` is not named here: it imports SQLAlchemy, which a terminal that
forgets everything at its end has no use for.
"""

from bot.storage.errors import AlreadyRunningError, KeyFileError, StorageError
from bot.storage.key import derived, pseudonym, read_or_create_key
from bot.storage.memory import MemoryStore

__all__ = [
    "AlreadyRunningError",
    "KeyFileError",
    "MemoryStore",
    "StorageError",
    "derived",
    "pseudonym",
    "read_or_create_key",
]
