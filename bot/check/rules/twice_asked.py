"""One way of asking leads to one card.

PASS: "my boss hit me" stands in one card
FAIL: "my boss hit me" stands in two cards, so neither can be sure
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.content import Problem
from bot.text import canonical

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from bot.check.run import Read


def problems(read: "Read") -> Iterator[Problem]:
    """An `ask` line that another card has too, or the same card twice."""
    first: dict[str, PurePosixPath] = {}
    for card in read.content.library.cards.values():
        for text in card.texts.values():
            here: set[str] = set()
            for number, line in enumerate(text.ask):
                asked = canonical(line)
                known = first.setdefault(asked, text.path)
                if known != text.path or asked in here:
                    said = f"`{line}` stands in {known} already."
                    source = read.content.sources[text.path]
                    yield source.problem(
                        ("ask", number), "twice-asked", said, "Keep it where it fits best."
                    )
                here.add(asked)
