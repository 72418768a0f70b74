"""A database that cannot be used is left alone, and one sentence says why."""

import asyncio
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from bot.people import Person
from bot.people.store import Handled, Parcel
from bot.storage import AlreadyRunningError, StorageError, engine
from bot.storage.sqlite import open_store

NOW = 1.8e9


def the_error_of_opening(path, key, kind=StorageError):
    with pytest.raises(kind) as error:
        asyncio.run(open_store(path, key))
    assert type(error.value) is kind
    return str(error.value)


class TestFault:
    def test_two_processes_on_one_database_are_refused(self, on_disk, database, key):
        async def story(_store):
            with pytest.raises(AlreadyRunningError) as error:
                await open_store(database, key)
            return str(error.value)

        assert on_disk(story) == (
            f"Sala is already running on the database {database}: stop the other one first."
        )
        on_disk(story)  # who was refused has not let go of the other's lock

    def test_a_file_that_is_no_database_is_left_alone(self, database, key):
        database.parent.mkdir()
        database.write_text("not a database " * 100)
        sentence = the_error_of_opening(database, key)
        assert sentence == (
            f"The database {database} is no SQLite database: name another file, or move this "
            "one away."
        )
        assert the_error_of_opening(database, key) == sentence  # the lock was let go of
        assert database.read_text() == "not a database " * 100

    def test_a_folder_where_the_file_should_be(self, database, key):
        database.mkdir(parents=True)
        assert the_error_of_opening(database, key) == (
            f"The database {database} can be neither read nor created (Is a directory): give the "
            "user that runs Sala the right to write in its folder, or name another file."
        )

    def test_a_folder_that_cannot_be_written(self, key):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o555)
            root = os.geteuid() == 0
            if root:  # root may write anywhere
                os.seteuid(65534)
            try:
                sentence = the_error_of_opening(folder / "sala.db", key)
            finally:
                if root:
                    os.seteuid(0)
            folder.chmod(0o755)
        assert sentence == (
            f"The database {folder / 'sala.db'} can be neither read nor created (Permission "
            "denied): give the user that runs Sala the right to write in its folder, or name "
            "another file."
        )

    @pytest.mark.parametrize("begun", [True, False])
    def test_a_locked_database(self, on_disk, database, key, monkeypatch, begun):
        monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)

        async def nothing(_store):
            pass

        database.parent.mkdir()
        if begun:
            on_disk(nothing)
        with closing(sqlite3.connect(database)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert the_error_of_opening(database, key) == (
                f"The database {database} is locked by another program: close that program."
            )
        on_disk(nothing)

    def test_a_damaged_database(self, on_disk, database, key):
        async def story(store):
            for update in range(200):
                await store.keep(Handled(update), NOW)

        on_disk(story)
        whole = database.read_bytes()
        database.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
        assert the_error_of_opening(database, key) == (
            f"The database {database} is damaged: put back a backup, or move it away to begin anew."
        )

    def test_a_full_disk_keeps_what_was_kept(self, on_disk, database, who):
        async def story(store):
            await store.keep(Handled(1, who, Person("my")), NOW)
            async with store._connected() as connection:
                await connection.exec_driver_sql("PRAGMA max_page_count = 1")
            big = tuple(Parcel(5, "x" * 5000) for _ in range(30))
            with pytest.raises(StorageError) as error:
                await store.keep(Handled(2, who, Person("th"), parcels=big), NOW)
            assert str(error.value) == (
                f"The database {database} cannot be written, the disk is full: make room."
            )
            assert await store.person(who) == Person("my")
            assert not await store.was_handled(2)

        on_disk(story)

    def test_a_key_of_another_length_opens_nothing(self, database):
        with pytest.raises(ValueError, match="needs 32"):
            asyncio.run(open_store(database, b"short"))
        assert not database.parent.exists()
