"""The real content, read once; with vectors only where a test is marked slow."""

from datetime import date

import pytest

from bot.app import ready_engine, world_without_vectors
from bot.dialogue import World
from bot.search import Engine

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def world() -> World:
    """The world of this checkout, by letters alone."""
    return world_without_vectors()


@pytest.fixture(scope="session")
def learned_engine(world: World) -> Engine:
    """The engine with vectors; a test that needs it is skipped aloud where there are none."""
    reasons: list[str] = []
    engine = ready_engine(world.engine, reasons.append)
    if not engine.learned:
        pytest.skip(f"SKIPPED WITHOUT VECTORS: {reasons[0]}")
    return engine


@pytest.fixture
def today() -> date:
    return TODAY
