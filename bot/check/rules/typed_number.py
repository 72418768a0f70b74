"""Numbers that can change stand once, as a value of a fact or a place.

PASS: Pay late earns {late_interest} a year.
FAIL: Pay late earns 15 % a year.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.check.passages import passages
from bot.content import Problem

if TYPE_CHECKING:
    from bot.check.run import Read


def problems(read: "Read") -> Iterator[Problem]:
    """A digit of any script in a text that people read."""
    for passage in passages(read.content):
        found = re.search(r"\d+", passage.words)
        if found:
            said = f"The number {found[0]} is typed into this text."
            hint = "Insert it as {name_of_a_value}; the value stands in seeds/ or content/places/."
            source = read.content.sources[passage.path]
            yield source.problem(passage.at, "typed-number", said, hint, words=found[0])
