"""Cards, dangers and intents: what people read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from bot.content.ids import CardId, DangerKind, FactId, IntentName, LanguageCode, PlaceId, TopicId
from bot.content.markup import Block

State = Literal["source", "draft", "reviewed", "stale"]
"""Of a translation: the source itself, unread by a speaker, read by one, older than its source."""


@dataclass(frozen=True)
class CardText:
    """A card in one language."""

    path: PurePosixPath
    title: str
    quiet_title: str
    summary: str
    split: Mapping[str, str]
    blocks: tuple[Block, ...]
    ask: tuple[str, ...]
    state: State


@dataclass(frozen=True)
class Card:
    """A card in all its languages. `split` leads from a key to a card or `danger/<kind>`."""

    id: CardId
    path: PurePosixPath
    topic: TopicId
    urgent: bool
    quiet: bool
    dangers: tuple[DangerKind, ...]
    split: Mapping[str, str]
    facts: tuple[FactId, ...]
    facts_in_part: tuple[FactId, ...]
    """Facts behind the texts that do not tell what these grant (price, "free", deadline)."""
    places: tuple[PlaceId, ...]
    related: tuple[CardId, ...]
    texts: Mapping[LanguageCode, CardText]

    @property
    def rests_on(self) -> tuple[FactId, ...]:
        """All facts behind the card."""
        return (*self.facts, *self.facts_in_part)

    def button(self, language: LanguageCode) -> str:
        """The words on a button that opens the card: neutral ones when the card is quiet."""
        text = self.texts[language]
        return text.quiet_title if self.quiet else text.title


@dataclass(frozen=True)
class DangerText:
    """What to say first in a kind of danger, and how people say that they are in it."""

    label: str
    lines: tuple[tuple[Block, ...], ...]
    say: tuple[str, ...]
    signs: tuple[str, ...]
    state: State


@dataclass(frozen=True)
class Show:
    """A Thai sentence to say or show, with its sound and meaning per language."""

    thai: str
    sound: Mapping[LanguageCode, str]
    meaning: Mapping[LanguageCode, str]


@dataclass(frozen=True)
class Danger:
    """A kind of danger; `beats` are the kinds that it wins over when both are recognised."""

    kind: DangerKind
    path: PurePosixPath
    quiet: bool
    urgent: bool
    card: CardId | None
    beats: tuple[DangerKind, ...]
    facts: tuple[FactId, ...]
    places: tuple[PlaceId, ...]
    show: tuple[Show, ...]
    texts: Mapping[LanguageCode, DangerText]


@dataclass(frozen=True)
class IntentText:
    """A built-in answer in one language."""

    blocks: tuple[Block, ...]
    ask: tuple[str, ...]
    state: State


@dataclass(frozen=True)
class Intent:
    """Something people say that no card answers: a greeting, "are you the police?"."""

    name: IntentName
    path: PurePosixPath
    cards: tuple[CardId, ...]
    danger_menu: bool
    texts: Mapping[LanguageCode, IntentText]


@dataclass(frozen=True)
class Elsewhere:
    """What people write that nothing here answers, and what only sounds like a kind of danger."""

    path: PurePosixPath
    lines: tuple[str, ...]
    calm: Mapping[DangerKind, tuple[str, ...]]
    not_now: tuple[str, ...] = ()
    """Words which show that whatever is told is over, or never happened to anybody near."""


@dataclass(frozen=True)
class Topic:
    """One of the four topics, in the order of the menu."""

    id: TopicId
    emoji: str
    name: Mapping[LanguageCode, str]


@dataclass(frozen=True)
class DangerChoice:
    """One picture of the menu "Danger now" and the kinds behind it, the likeliest first."""

    picture: str
    kinds: tuple[DangerKind, ...]
    label: Mapping[LanguageCode, str]
