"""The deck: every line that people are known to say, and what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content import Library
from bot.text import canonical, skeleton


@dataclass(frozen=True)
class Line:
    """One known line. `label` is `topic/card`, `intent/<name>` or `danger/<kind>`."""

    text: str
    label: str
    language: str
    danger: str | None
    """The kind of danger that whoever says this is in; None when in none."""
    unsure: bool = False
    """Whether the line may or may not mean danger: it teaches nothing about it."""


@dataclass(frozen=True)
class Deck:
    """All lines with their two forms, in the same order."""

    lines: tuple[Line, ...]
    canonical: tuple[str, ...]
    skeleton: tuple[str, ...]


def deck(library: Library) -> Deck:
    """The lines of a library: `ask` lines, titles and summaries, and how people say danger."""
    lines = tuple(dict.fromkeys((*_cards(library), *_intents(library), *_dangers(library))))
    forms = tuple(canonical(line.text) for line in lines)
    return Deck(lines, forms, tuple(map(skeleton, forms)))


def _cards(library: Library) -> Iterator[Line]:
    for card in library.cards.values():
        danger = card.dangers[0] if len(card.dangers) == 1 else None
        for language, text in card.texts.items():
            for words in (*text.ask, text.title, text.summary):
                yield Line(words, card.id, language, danger if card.urgent else None, card.urgent)


def _intents(library: Library) -> Iterator[Line]:
    for intent in library.intents.values():
        for language, text in intent.texts.items():
            for words in text.ask:
                yield Line(words, f"intent/{intent.name}", language, None)


def _dangers(library: Library) -> Iterator[Line]:
    for danger in library.dangers.values():
        label = danger.card or f"danger/{danger.kind}"
        for language, text in danger.texts.items():
            for words in text.say:
                yield Line(words, label, language, danger.kind)
