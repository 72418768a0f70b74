"""A quiet card has neutral words for buttons and lock screens in every language.

PASS: quiet: true, and `quiet_title: A private matter` in en.yaml
FAIL: quiet: true, and no `quiet_title` in en.yaml
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.content import Problem

if TYPE_CHECKING:
    from bot.check.run import Read


def problems(read: "Read") -> Iterator[Problem]:
    """A quiet card without `quiet_title`, or one that repeats the title."""
    for card in read.content.library.cards.values():
        for text in card.texts.values():
            if card.quiet and text.quiet_title == text.title:
                said = "This card is quiet and has no neutral `quiet_title:`."
                hint = "Add words that tell nothing to whoever looks over the reader's shoulder."
                source = read.content.sources[text.path]
                yield source.problem(("title",), "quiet-title", said, hint)
