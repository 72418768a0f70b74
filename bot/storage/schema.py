"""The tables, and how a database of any age comes to have them."""

from typing import Final

from sqlalchemy import (
    REAL,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    inspect,
    text,
)

from bot.storage.errors import StorageError

HEAD: Final = "0001"
"""The newest migration, named here so that alembic is imported only where there is work for it."""

metadata = MetaData()

person = Table(
    "person",
    metadata,
    Column("who", Text, primary_key=True),
    Column("language", Text, nullable=False),
    Column("seen_on", Integer, nullable=False),  # a day since 1970; nobody needs the hour
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
message = Table(
    "message",
    metadata,
    Column("who", Text, primary_key=True),
    Column("message", Integer, primary_key=True, autoincrement=False),
    Column("at", REAL, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
handled = Table(
    "handled",
    metadata,
    Column("update_id", Integer, primary_key=True, autoincrement=False),
    Column("at", REAL, nullable=False),
    sqlite_strict=True,
)
# Numbers are never given twice: one that was sent must not be taken for one that waits.
parcel = Table(
    "parcel",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("who", Text),
    Column("lane", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", REAL, nullable=False),
    Index("parcel_of_person", "who"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)


def bring_to_head(connection: Connection) -> None:
    """Make a new or an older database the present one, within the caller's transaction.

    Raises StorageError if it is of a newer Sala or of another program.
    """
    found = _version(connection)
    if found != HEAD:
        # 0.15 s, at the first start and after an update only
        from bot.storage.migrations import upgrade  # noqa: PLC0415

        upgrade(connection, found)


def _version(connection: Connection) -> str | None:
    names = inspect(connection).get_table_names()
    if "alembic_version" in names:
        query = text("SELECT version_num FROM alembic_version")
        found: str | None = connection.execute(query).scalar()
        return found
    if names:
        raise StorageError("is the database of another program: name another file for Sala.")
    return None
