"""The engine of one SQLite file, with what every connection is told first."""

from pathlib import Path
from typing import Final

from sqlalchemy import URL, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_SECONDS: Final = 5
"""How long SQLite waits for another program, a backup for instance, to let go of the file."""


def engine_of(path: Path) -> AsyncEngine:
    """An engine of a single connection; nothing is opened before it is asked for one."""
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        pool_size=1,
        max_overflow=0,
        # Pseudonyms and update ids are parameters, and errors are logged.
        hide_parameters=True,
        # Otherwise sqlite3 begins transactions itself, and not before the first write.
        connect_args={"isolation_level": None},
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",  # first: the next one may have to wait
        "journal_mode = WAL",
        "synchronous = FULL",  # with WAL the default loses the last answers in a power cut
        "secure_delete = ON",  # what is deleted is filled with zeros, until VACUUM
        "temp_store = MEMORY",  # nothing about people in /tmp
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
