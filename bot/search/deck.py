"""The deck: every line that people are known to say, and what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.content import Library
from bot.text import canonical, skeleton

ELSEWHERE: Final = "elsewhere"
"""The label of what people write that nothing here answers."""
# A kind has many more lines than a card; if all taught the label, it would be near to everything.
_LABELLED: Final = 24
CALM: Final = "calm"
"""The kind of danger of a line that means none."""


@dataclass(frozen=True)
class Line:
    """One known line and what it teaches."""

    text: str
    language: str
    label: str | None
    """`topic/card`, `intent/<name>`, `danger/<kind>` or `elsewhere`; None teaches no label."""
    danger: str | None
    """The kind of danger that whoever says this is in, or `calm`; None teaches nothing of it."""


@dataclass(frozen=True)
class Deck:
    """All lines with their two forms, in the same order."""

    lines: tuple[Line, ...]
    canonical: tuple[str, ...]
    skeleton: tuple[str, ...]


def deck(library: Library) -> Deck:
    """All lines of a library."""
    found = (*_cards(library), *_intents(library), *_dangers(library), *_elsewhere(library))
    lines = tuple(dict.fromkeys(found))
    forms = tuple(canonical(line.text) for line in lines)
    return Deck(lines, forms, tuple(map(skeleton, forms)))


def is_card(label: str) -> bool:
    """Whether a label is a card, not an intent, a bare danger or nothing of ours."""
    return label != ELSEWHERE and not label.startswith(("intent/", "danger/"))


def _cards(library: Library) -> Iterator[Line]:
    for card in library.cards.values():
        # Under an urgent card people ask in danger and about danger: only its `say` lines are sure.
        danger = None if card.dangers else CALM
        for language, text in card.texts.items():
            for words in (*text.ask, text.title, text.summary):
                yield Line(words, language, card.id, danger)


def _intents(library: Library) -> Iterator[Line]:
    for intent in library.intents.values():
        for language, text in intent.texts.items():
            for words in text.ask:
                yield Line(words, language, f"intent/{intent.name}", CALM)


def _dangers(library: Library) -> Iterator[Line]:
    for danger in library.dangers.values():
        label = danger.card or f"danger/{danger.kind}"
        for language, text in danger.texts.items():
            for number, words in enumerate(text.say):
                taught = label if number < _LABELLED else None
                yield Line(words, language, taught, danger.kind)


def _elsewhere(library: Library) -> Iterator[Line]:
    for language, elsewhere in library.elsewhere.items():
        for words in elsewhere.lines:
            yield Line(words, language, ELSEWHERE, CALM)
        for lines in elsewhere.calm.values():
            for words in lines:
                yield Line(words, language, None, CALM)
