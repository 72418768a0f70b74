"""A question is not an example: it may not repeat an `ask` line of its own card.

PASS: ask "boss not pay me", question "two months no salary what now"
FAIL: ask "boss not pay me", question "boss not paying me"
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.content import CardId, Problem
from bot.text import canonical

if TYPE_CHECKING:
    from bot.check.questions import Question
    from bot.check.run import Read

ALIKE = 90


def problems(read: "Read") -> Iterator[Problem]:
    """A question within `fuzz.ratio` 90 of a line that teaches its card, danger or intent."""
    plain = cache(canonical)  # a known line is compared with every question of its card
    for question in read.questions.all:
        asked = canonical(question.text)
        for line in _taught(read, question):
            if fuzz.ratio(asked, plain(line)) >= ALIKE:
                said = f"`{question.text}` nearly repeats the known line `{line}`."
                source = read.questions.sources[question.path]
                yield source.problem(
                    (question.number, "text"), "near-copy", said, "Ask it in other words."
                )
                break


def _taught(read: "Read", question: "Question") -> Iterator[str]:
    library = read.content.library
    for card in question.cards:
        for text in library.cards[CardId(card)].texts.values() if card in library.cards else ():
            yield from text.ask
    for kind, danger in library.dangers.items():
        if kind == question.danger:
            for said in danger.texts.values():
                yield from said.say
    for name, intent in library.intents.items():
        if name == question.intent:
            for answer in intent.texts.values():
                yield from answer.ask
