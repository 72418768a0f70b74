"""Wiring, top to bottom."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

import platformdirs

from bot.content import Library, Partner, load
from bot.dialogue import World
from bot.errors import SalaError
from bot.language import Catalogue, read_catalogue
from bot.search import Engine, NoVectorsError, VectorCache, embedder

if TYPE_CHECKING:
    from bot.settings import Settings

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


class NoPartnerError(SalaError):
    """No organisation answers for this Sala, or nobody has spoken with it for too long (C1)."""


async def answer_on_telegram(settings: "Settings", today: date, *, closed_test: bool) -> None:
    """Run the bot until the process is asked to stop.

    Raises NoPartnerError, KeyFileError, StorageError, TokenError and SecondPollerError.
    """
    # Heavy, and nothing of it is needed by the other commands.
    from bot import logs  # noqa: PLC0415
    from bot.storage import derived, pseudonym, read_or_create_key  # noqa: PLC0415
    from bot.storage.sqlite import open_store  # noqa: PLC0415
    from bot.telegram.running import Answering, Telegram, run  # noqa: PLC0415

    logs.set_up()
    # The library's own switch to durations; without it, it warns at each 429.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    # Two messages at a time, one core each, take 40 % less of the processor than two cores each.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    learning = LearningWorld(say=logs.tell)
    _see_partner(learning.now.library.partner, today, closed_test=closed_test)
    key, created = read_or_create_key(settings.key)
    database = settings.data / "sala.db"
    if created:
        logs.tell("key_created", file=str(settings.key), mend="keep it out of backups")
        if database.exists():
            logs.tell("nobody_is_recognised", mend="put back the key that wrote the database")
    store = await open_store(database, key)
    try:
        learning.learn()
        token = settings.token.get_secret_value()
        telegram = Telegram(token, settings.api, derived(key, b"sala links"))
        answering = Answering(
            store,
            world=lambda: learning.now,
            quick_world=lambda: learning.by_letters,
            key_of=lambda user: pseudonym(key, "telegram", user),
        )
        await run(telegram, answering)
    finally:
        await store.close()


def _see_partner(partner: Partner | None, today: date, *, closed_test: bool) -> None:
    if closed_test or (partner and partner.holds(today)):
        return
    raise NoPartnerError(
        f"{_why_not(partner, today)}. People are sent to this organisation first, so somebody must "
        "have spoken with it. CONTRIBUTING.md shows the file. Among testers only, start with "
        "--closed-test."
    )


def _why_not(partner: Partner | None, today: date) -> str:
    if partner is None:
        return "There is no content/partner.yaml"
    said, day = f"content/partner.yaml says that {partner.name} was", partner.spoken_on
    if day > today:
        return f"{said} spoken to on {day}, a day that is still to come"
    return f"{said} last spoken to on {day}, more than three months ago"


class LearningWorld:
    """The present world; the vectors come in from a thread while letters already answer."""

    def __init__(self, root: Path = ROOT, say: Callable[[str], None] | None = None) -> None:
        self.now = self.by_letters = world_without_vectors(root)
        self.note = ""
        """Why there will be no vectors, unless `say` is told."""
        self._say = say or self._keep_note
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

    def _keep_note(self, text: str) -> None:
        self.note = text
