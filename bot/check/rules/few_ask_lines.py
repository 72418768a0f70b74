"""Fifteen different ways of asking, per card and language, matter more than any algorithm.

PASS: fifteen lines under `ask:`
FAIL: three lines under `ask:`
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.content import Problem
from bot.text import canonical

if TYPE_CHECKING:
    from bot.check.run import Read

FEWEST = 15


def problems(read: "Read") -> Iterator[Problem]:
    """Fewer than `FEWEST` different ways of asking for a card in one language."""
    for card in read.content.library.cards.values():
        for text in card.texts.values():
            different = len({canonical(line) for line in text.ask})
            if different < FEWEST:
                said = f"There are {different} different ways of asking; {FEWEST} are needed."
                hint = "Add lines as people really write: short, long, misspelt, angry, shy."
                yield read.content.sources[text.path].problem(("ask",), "few-ask-lines", said, hint)
