"""A store on one SQLite file: what is remembered between two starts."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.people.person import STRANGER, Person
from bot.people.store import Handled, Lane, Parcel, PersonKey, Store, Waiting
from bot.storage import rows, schema
from bot.storage.contract import Bounds, refuse_nobody
from bot.storage.engine import engine_of
from bot.storage.errors import StorageError
from bot.storage.fault import told
from bot.storage.lock import RunLock
from bot.storage.seal import Seal
from bot.storage.whole import whole

_OLDEST_SQLITE: Final = (3, 37, 0)  # STRICT tables


async def open_store(path: Path, key: bytes) -> "SqliteStore":
    """The store in this file, which is created or brought to the present form if need be.

    `key` is what `read_or_create_key` gives. Raises AlreadyRunningError and StorageError.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StorageError(
            f"Sala needs SQLite 3.37 or newer; this Python has {sqlite3.sqlite_version}."
        )
    seal = Seal(key)
    lock = RunLock(path)
    store = SqliteStore(engine_of(path), path, lock, seal)
    try:
        await store._start()  # noqa: SLF001  # a store that has not started is given to nobody
    except BaseException:
        await store.close()
        raise
    return store


class SqliteStore(Store):
    """A `people.Store` on SQLite; made by `open_store`. Every method may raise StorageError."""

    def __init__(self, engine: AsyncEngine, path: Path, lock: RunLock, seal: Seal) -> None:
        self.unreadable = 0
        """Parcels that were dropped because another key had sealed them."""
        self._engine, self._path, self._lock, self._seal = engine, path, lock, seal
        self._turn = asyncio.Lock()
        self._closed = False

    @whole
    async def was_handled(self, update: int) -> bool:
        """Whether this update was handled before, also before a restart."""
        known = schema.handled.c.update_id
        async with self._transaction() as connection:
            return await connection.scalar(select(known).where(known == update)) is not None

    @whole
    async def person(self, who: PersonKey) -> Person:
        """What is remembered; a stranger when nothing is."""
        people = schema.person.c
        async with self._transaction() as connection:
            language = await connection.scalar(select(people.language).where(people.who == who))
        return STRANGER if language is None else Person(language)

    @whole
    async def messages(self, who: PersonKey) -> tuple[int, ...]:
        """Ids of the messages that are still remembered, the oldest first."""
        ids = schema.message.c
        query = select(ids.message).where(ids.who == who).order_by(ids.at, ids.message)
        async with self._transaction() as connection:
            return tuple(await connection.scalars(query))

    @whole
    async def keep(self, handled: Handled, now: float) -> tuple[Waiting, ...]:
        """Keep it all in one transaction. Of an update kept before: nothing."""
        refuse_nobody(handled)
        claim = (
            insert(schema.handled)
            .values(update_id=handled.update, at=now)
            .on_conflict_do_nothing()
            .returning(schema.handled.c.update_id)
        )
        async with self._transaction() as connection:
            if await connection.scalar(claim) is None:
                return ()
            if handled.who is not None:
                await rows.keep_person(connection, handled.who, handled, now)
            waiting = [await self._put(connection, parcel, now) for parcel in handled.parcels]
        if handled.forget or handled.person == STRANGER:
            await self._wipe_now_or_later()
        return tuple(waiting)

    @whole
    async def put(self, parcel: Parcel, now: float) -> Waiting:
        """Put one parcel into the outbox that answers no update."""
        async with self._transaction() as connection:
            return await self._put(connection, parcel, now)

    @whole
    async def outbox(self) -> tuple[Waiting, ...]:
        """What still waits to be sent, the oldest first; what cannot be opened is dropped."""
        parcels = schema.parcel
        async with self._transaction() as connection:
            found = await connection.execute(select(parcels).order_by(parcels.c.number))
            waiting, unreadable = [], []
            for row in found:
                if opened := self._seal.opened(row.body):
                    waiting.append(Waiting(row.number, Parcel(*opened, Lane(row.lane), row.who)))
                else:
                    unreadable.append(row.number)
            await connection.execute(delete(parcels).where(parcels.c.number.in_(unreadable)))
        self.unreadable += len(unreadable)
        return tuple(waiting)

    @whole
    async def sent(self, waiting: Waiting, message: int | None, now: float) -> None:
        """Take a parcel out and remember its message, unless it was forgotten meanwhile."""
        parcels = schema.parcel
        taken = delete(parcels).where(parcels.c.number == waiting.number).returning(parcels.c.who)
        async with self._transaction() as connection:
            who = await connection.scalar(taken)
            if who is not None and message is not None:
                await rows.remember(connection, who, message, now)

    @whole
    async def forget(self, who: PersonKey) -> None:
        """Delete every row of a person, also from write-ahead files and freed pages."""
        async with self._transaction() as connection:
            await rows.forget(connection, who)
        await self._wipe_now_or_later()

    @whole
    async def expire(self, now: float) -> None:
        """Delete what is too old, also from write-ahead files and freed pages."""
        bounds = Bounds.at(now)
        people = schema.person.c
        async with self._transaction() as connection:
            idle = select(people.who).where(people.seen_on <= bounds.idle_day)
            for who in (await connection.scalars(idle)).all():
                await rows.forget(connection, who)
            for table, bound in (
                (schema.message, bounds.messages),
                (schema.handled, bounds.updates),
                (schema.parcel, bounds.parcels),
            ):
                await connection.execute(delete(table).where(table.c.at <= bound))
        await self._wipe()

    @whole
    async def close(self) -> None:
        """Finish writing and let another process have the database."""
        async with self._turn:
            if not self._closed:
                self._closed = True
                await self._engine.dispose()
                self._lock.release()

    async def _start(self) -> None:
        async with self._transaction() as connection:
            await connection.run_sync(schema.bring_to_head)
        # A process that was killed right after a /forget has left the wiping to us.
        await self._wipe_now_or_later()

    async def _put(self, connection: AsyncConnection, parcel: Parcel, now: float) -> Waiting:
        sealed = self._seal.sealed(parcel.chat, parcel.body)
        row = {"who": parcel.who, "lane": int(parcel.lane), "body": sealed, "at": now}
        number = schema.parcel.c.number
        result = await connection.execute(insert(schema.parcel).values(row).returning(number))
        return Waiting(result.scalar_one(), parcel)

    async def _wipe(self) -> None:
        """Leave nothing behind of what was deleted. Raises StorageError if that must wait.

        secure_delete fills freed cells and pages with zeros, but not what moved when a page was
        split: pseudonyms were found in such gaps. VACUUM writes every page anew (50 ms for 20,000
        people). The write-ahead file still holds pages as they were, and the main file too until
        it is written back: TRUNCATE writes all of it back and cuts the file to nothing.
        """
        async with self._connected() as connection:
            await connection.exec_driver_sql("VACUUM")
            done = await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            if done.scalar_one():
                raise StorageError(
                    "is being read by another program, so what was deleted is not wiped yet: "
                    "close that program."
                )

    async def _wipe_now_or_later(self) -> None:
        # The rows are gone, and whoever asked for it must not be told otherwise: the next expiry,
        # in ten minutes, wipes again, and says why if it cannot.
        with suppress(StorageError):
            await self._wipe()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[AsyncConnection]:
        async with self._connected() as connection, connection.begin():
            # IMMEDIATE: a lock that comes only with the first write is refused without waiting.
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[AsyncConnection]:
        async with self._turn:
            if self._closed:
                raise StorageError(f"The database {self._path} is closed.")
            try:
                async with self._engine.connect() as connection:
                    yield connection
            except (SQLAlchemyError, sqlite3.Error, StorageError) as error:
                raise told(error, self._path) from error
