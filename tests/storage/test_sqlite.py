"""What SQLite alone has to do: outlast a restart and a task that is cancelled."""

import asyncio
import gc

import pytest

from bot.people import STRANGER, Person
from bot.people.store import Handled, Lane, Parcel
from bot.storage import StorageError
from bot.storage.sqlite import open_store

NOW = 1.8e9


class TestRestart:
    def test_everything_is_still_there(self, on_disk, who):
        parcel = Parcel(5, "a", Lane.DANGER, who)

        async def before(store):
            return await store.keep(
                Handled(1, who, Person("my"), messages=(3, 4), parcels=(parcel,)), NOW
            )

        async def after(store):
            assert await store.person(who) == Person("my")
            assert await store.messages(who) == (3, 4)
            assert await store.was_handled(1)
            assert await store.keep(Handled(1, who, STRANGER), NOW) == ()
            return await store.outbox()

        assert on_disk(before) == on_disk(after)

    def test_a_number_is_not_given_again(self, on_disk):
        async def story(store):
            waiting = await store.put(Parcel(5, "a"), NOW)
            await store.sent(waiting, None, NOW)
            return waiting.number

        assert on_disk(story) < on_disk(story)

    def test_parcels_of_another_key_are_dropped_and_counted(self, on_disk, database, key, who):
        async def before(store):
            await store.keep(Handled(1, who, Person("my"), parcels=(Parcel(5, "a"),) * 2), NOW)

        async def after():
            store = await open_store(database, key[::-1])
            mine = await store.put(Parcel(5, "b"), NOW)
            assert await store.outbox() == (mine,)
            assert store.unreadable == 2
            assert await store.outbox() == (mine,)
            assert store.unreadable == 2
            await store.close()

        on_disk(before)
        asyncio.run(after())


class TestConnection:
    def test_every_connection_is_told_how_to_write(self, on_disk):
        async def story(store):
            async with store._connected() as connection:
                for pragma, expected in (
                    ("journal_mode", "wal"),
                    ("synchronous", 2),
                    ("secure_delete", 1),
                    ("busy_timeout", 5000),
                    ("temp_store", 2),
                ):
                    found = await connection.exec_driver_sql(f"PRAGMA {pragma}")
                    assert (pragma, found.scalar()) == (pragma, expected)

        on_disk(story)

    def test_what_was_begun_is_kept_whole_where_its_task_is_cancelled(self, on_disk, who):
        async def story(store):
            for update in range(40):
                parcels = (Parcel(update, "a"), Parcel(update, "b"))
                handled = Handled(update, who, Person("my"), messages=(update,), parcels=parcels)
                task = asyncio.create_task(store.keep(handled, NOW))
                await asyncio.sleep(update / 10_000)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
            assert await store.messages(who) == tuple(range(40))
            assert [w.parcel.chat for w in await store.outbox()] == sorted([*range(40)] * 2)

        on_disk(story)
        gc.collect()  # a connection that was left open would warn here

    def test_after_closing_nothing_may_be_asked(self, database, key):
        async def story():
            store = await open_store(database, key)
            await store.close()
            await store.close()
            with pytest.raises(StorageError) as error:
                await store.was_handled(1)
            assert str(error.value) == f"The database {database} is closed."

        asyncio.run(story())
