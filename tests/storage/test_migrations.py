"""A database of any age comes to have the present tables, or says why it cannot."""

import asyncio
import sqlite3
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bot.storage import StorageError, migrations
from bot.storage.schema import HEAD, bring_to_head, metadata
from bot.storage.sqlite import open_store


def tables(connection):
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%alembic_version%' ORDER BY name"
    )
    return [(name, " ".join(sql.split()) if sql else None) for name, sql in rows]


@pytest.fixture
def migrated():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        bring_to_head(connection)
        yield connection
    engine.dispose()


@pytest.fixture
def refused(database, key):
    """The sentence with which a database is refused."""

    def told():
        with pytest.raises(StorageError) as error:
            asyncio.run(open_store(database, key))
        return str(error.value)

    database.parent.mkdir()
    return told


def test_the_constant_is_the_head_of_the_scripts():
    _, folder = migrations.script()
    assert folder.get_heads() == [HEAD]


def test_migrations_make_the_tables_that_the_program_uses(migrated):
    assert compare_metadata(MigrationContext.configure(migrated), metadata) == []
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        # Also what alembic does not compare: STRICT, WITHOUT ROWID, AUTOINCREMENT.
        assert tables(migrated) == tables(connection)
    engine.dispose()


def test_every_table_of_ours_is_strict(migrated):
    rows = migrated.exec_driver_sql("PRAGMA table_list").mappings()
    strict = {row["name"] for row in rows if row["strict"]}
    assert strict == set(metadata.tables)


def test_a_second_time_changes_nothing(migrated):
    before = tables(migrated)
    bring_to_head(migrated)
    assert tables(migrated) == before


def test_a_start_on_a_present_database_does_without_alembic(on_disk, database, key):
    async def story(_store):
        pass

    on_disk(story)
    program = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from bot.storage.sqlite import open_store\n"
        "async def main():\n"
        "    await (await open_store(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))).close()\n"
        "asyncio.run(main())\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, database, key.hex()], check=False)
    assert done.returncode == 0


def test_a_folder_with_a_percent_sign_in_its_name(tmp_path, monkeypatch):
    odd = tmp_path / "100%(x)s"
    odd.symlink_to(migrations._FOLDER)
    monkeypatch.setattr(migrations, "_FOLDER", odd)
    _, folder = migrations.script()
    assert folder.get_heads() == [HEAD]


def test_a_database_of_a_newer_sala_is_left_alone(refused, database):
    other = sqlite3.connect(database)
    other.execute("CREATE TABLE alembic_version (version_num TEXT)")
    other.execute("INSERT INTO alembic_version VALUES ('9999')")
    other.commit()
    other.close()
    assert refused() == (
        f"The database {database} was written by a newer Sala (its form is 9999): update Sala, "
        "or put back the database from before the update."
    )


def test_a_database_of_another_program_is_left_alone(refused, database):
    other = sqlite3.connect(database)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.close()
    assert refused() == (
        f"The database {database} is the database of another program: name another file for Sala."
    )


def test_a_migration_that_fails_leaves_nothing_behind(refused, database, monkeypatch):
    def broken(connection, found):
        migrations_upgrade(connection, found)
        raise StorageError("was interrupted.")

    migrations_upgrade = migrations.upgrade
    monkeypatch.setattr(migrations, "upgrade", broken)
    assert refused() == f"The database {database} was interrupted."
    left = sqlite3.connect(database)
    assert left.execute("SELECT name FROM sqlite_master").fetchall() == []
    left.close()
