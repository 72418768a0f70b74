"""No exclamation marks: to somebody in fear they shout (protection.md, part 4).

PASS: Go to a hospital now.
FAIL: Go to a hospital now!
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.check.passages import passages
from bot.content import Problem

if TYPE_CHECKING:
    from bot.check.run import Read


def problems(read: "Read") -> Iterator[Problem]:
    """An exclamation mark in a text that people read."""
    for passage in passages(read.content):
        mark = next((sign for sign in "!！" if sign in passage.words), None)
        if mark:
            source = read.content.sources[passage.path]
            said = "This text has an exclamation mark."
            yield source.problem(passage.at, "tone", said, "Use a full stop.", words=mark)
