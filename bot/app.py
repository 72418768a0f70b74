"""Wiring, top to bottom."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Final

import platformdirs

from bot.content import Library, load
from bot.dialogue import World
from bot.language import Catalogue, read_catalogue
from bot.search import Engine, NoVectorsError, VectorCache, embedder

ROOT: Final = Path(__file__).resolve().parents[1]
"""The checkout: content is edited in place."""


def catalogues(library: Library, root: Path = ROOT) -> dict[str, Catalogue]:
    """The interface in every complete language."""
    return {
        language.code: read_catalogue(root / "locales", language.code, language.locale)
        for language in library.languages
        if language.complete
    }


def world_without_vectors(root: Path = ROOT) -> World:
    """A world that answers at once, by letters alone."""
    library = load(root)
    return World(library, Engine(library), catalogues(library, root), learning=True)


def ready_engine(engine: Engine, say: Callable[[str], None]) -> Engine:
    """The engine with all channels that this machine can have; says what it does without."""
    try:
        return engine.with_vectors(embedder(), vector_cache())
    except NoVectorsError as reason:
        say(f"Answering by letters alone: {reason}.")
        return engine


def vector_cache() -> VectorCache:
    """The cache in the user's cache folder, or in SALA_CACHE."""
    folder = os.environ.get("SALA_CACHE") or platformdirs.user_cache_dir("sala")
    return VectorCache(Path(folder))


class LearningWorld:
    """The present world; the vectors come in from a thread while letters already answer."""

    def __init__(self, root: Path = ROOT) -> None:
        self.now = world_without_vectors(root)
        self.note = ""
        self._thread = Thread(target=self._learn, name="vectors", daemon=True)

    def learn(self) -> None:
        """Start learning in the background."""
        self._thread.start()

    def wait(self) -> None:
        """Until everything is learned."""
        self._thread.join()

    def _learn(self) -> None:
        engine = ready_engine(self.now.engine, self._say)
        # One assignment swaps the whole world: no turn ever sees half of a new one.
        self.now = replace(self.now, engine=engine, learning=False)

    def _say(self, text: str) -> None:
        self.note = text
