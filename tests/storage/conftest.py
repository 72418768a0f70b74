"""Every store, opened; a story is told to it and it is closed."""

import asyncio

import pytest

from bot.people.store import PersonKey
from bot.storage import MemoryStore
from bot.storage.sqlite import open_store

KEY = bytes(range(32))


@pytest.fixture
def key():
    return KEY


@pytest.fixture
def who():
    return PersonKey("5a1a" * 8)


@pytest.fixture
def database(tmp_path):
    return tmp_path / "data" / "sala.db"


@pytest.fixture
def on_disk(database):
    """Runs a story on the SQLite store; a second story finds what the first one left."""

    async def told(story):
        store = await open_store(database, KEY)
        try:
            return await story(store)
        finally:
            await store.close()

    return lambda story: asyncio.run(told(story))


@pytest.fixture(params=["memory", "sqlite"])
def run(request, on_disk):
    """Runs a story on each store."""
    if request.param == "sqlite":
        return on_disk
    return lambda story: asyncio.run(story(MemoryStore()))
