"""What was deleted is in no file any more, and the files tell nothing to others."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from bot.people import STRANGER, Person
from bot.people.store import Handled, Parcel, PersonKey
from bot.storage import StorageError, engine
from bot.storage.sqlite import open_store

NOW = 1.8e9


def bytes_of(database, end):
    file = Path(f"{database}{end}")
    return file.read_bytes() if file.exists() else b""


def bytes_on_disk(database):
    return b"".join(bytes_of(database, end) for end in ("", "-wal", "-shm", "-journal"))


def copied(database):
    """The database as kill -9 at this moment would leave it."""
    copy = database.with_name("copy.db")
    for end in ("", "-wal"):
        Path(f"{copy}{end}").write_bytes(bytes_of(database, end))
    return copy


class TestNoTrace:
    @pytest.fixture
    def crowded(self, who):
        """Tells a store enough for many pages, and writes them to the main file."""

        async def told(store):
            for update in range(60):
                person = who if update % 3 else PersonKey(f"{update:032x}")
                parcels = (Parcel(update, "a", who=person),)
                messages = tuple(range(update * 20, update * 20 + 20))
                await store.keep(
                    Handled(update, person, Person("my"), messages=messages, parcels=parcels), NOW
                )
            await store._wipe()
            await store.keep(Handled(99, who, Person("th"), messages=(9999,)), NOW)

        return told

    @pytest.mark.parametrize("way", ["forget", "update", "language", "expire"])
    def test_a10_no_byte_of_the_pseudonym_is_left_in_any_file(
        self, on_disk, database, who, crowded, way
    ):
        async def story(store):
            await crowded(store)
            assert who.encode() in bytes_on_disk(database)
            if way == "forget":
                await store.forget(who)
            elif way == "update":
                await store.keep(Handled(100, who, STRANGER, forget=True), NOW)
            elif way == "language":
                await store.expire(NOW + 47 * 3600)
                await store.keep(Handled(100, who, STRANGER), NOW)
            else:
                await store.expire(NOW + 31 * 86_400)
            left = bytes_on_disk(database)
            assert who.encode() not in left
            assert bytes.fromhex(who) not in left
            assert not bytes_of(database, "-wal")

        on_disk(story)

    def test_a10_a_forget_that_was_cut_off_is_finished_at_the_next_start(
        self, on_disk, database, key, who, crowded
    ):
        async def story(store):
            async def killed():
                copied(database)

            await crowded(store)
            store._wipe = killed
            await store.forget(who)

        async def started_again():
            await (await open_store(copy, key)).close()

        on_disk(story)
        copy = database.with_name("copy.db")
        assert who.encode() in bytes_on_disk(copy)
        asyncio.run(started_again())
        assert who.encode() not in bytes_on_disk(copy)

    def test_a8_the_database_alone_names_no_chat_and_no_answer(self, on_disk, database, who):
        async def story(store):
            await store.put(Parcel(1234567890123, "tested for HIV", who=who), NOW)
            left = bytes_on_disk(database)
            assert b"HIV" not in left
            for order in ("big", "little"):
                assert (1234567890123).to_bytes(6, order) not in left
            assert b"1234567890123" not in left

        on_disk(story)

    def test_a8_every_file_is_for_its_owner_alone(self, on_disk, database, who):
        async def story(store):
            await store.keep(Handled(1, who, Person("my")), NOW)
            modes = {
                file.name: stat.S_IMODE(file.stat().st_mode) for file in database.parent.iterdir()
            }
            assert modes == dict.fromkeys(
                ["sala.db", "sala.db-wal", "sala.db-shm", "sala.db.lock"], 0o600
            )
            assert stat.S_IMODE(database.parent.stat().st_mode) == 0o700

        on_disk(story)

    def test_a8_an_error_does_not_name_the_person(self, on_disk, database, who):
        async def story(store):
            with closing(sqlite3.connect(database)) as other:
                other.execute("DROP TABLE message")
            with pytest.raises(StorageError) as error:
                await store.keep(Handled(1, who, messages=(1,)), NOW)
            chain = f"{error.value!r} {error.value.__cause__!s}"
            assert "no such table" in chain
            assert who not in chain

        on_disk(story)

    def test_a_reader_from_outside_delays_the_wiping_and_breaks_nothing(
        self, on_disk, database, who, crowded, monkeypatch
    ):
        monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)

        async def story(store):
            await crowded(store)
            with closing(sqlite3.connect(database)) as reader:
                reader.execute("BEGIN")
                reader.execute("SELECT * FROM person").fetchall()
                await store.forget(who)
                assert await store.person(who) == STRANGER
                with pytest.raises(StorageError) as error:
                    await store.expire(NOW)
                assert str(error.value) == (
                    f"The database {database} is being read by another program, so what was "
                    "deleted is not wiped yet: close that program."
                )
            await store.expire(NOW)
            assert who.encode() not in bytes_on_disk(database)

        on_disk(story)

    def test_a10_a_forget_that_cannot_be_wiped_yet_is_kept_all_the_same(
        self, on_disk, database, who, crowded
    ):
        async def story(store):
            async def locked():
                raise StorageError("locked")

            await crowded(store)
            store._wipe = locked
            handled = Handled(100, who, STRANGER, forget=True, parcels=(Parcel(5, "Done."),))
            assert len(await store.keep(handled, NOW)) == 1
            del store._wipe
            assert await store.person(who) == STRANGER
            assert who.encode() in bytes_on_disk(database)
            await store.expire(NOW)
            assert who.encode() not in bytes_on_disk(database)

        on_disk(story)
