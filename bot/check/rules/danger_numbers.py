"""Numbers that must not stand in danger lines (protection.md A2).

PASS: not-free names {th-191}; arrested names none
FAIL: arrested names {th-191}; any kind names {th-1506}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from bot.content import Problem

if TYPE_CHECKING:
    from bot.check.run import Read

NO_POLICE_IN: Final = frozenset({"arrested", "sent-back", "compound-inside"})
NEVER: Final = frozenset({"th-1506", "th-1694", "th-1178", "th-1546"})


def problems(read: "Read") -> Iterator[Problem]:
    """191 where police may be the danger, offices that tell, an embassy in the first line."""
    library = read.content.library
    for danger in library.dangers.values():
        source = read.content.sources[danger.path]
        for language, text in danger.texts.items():
            for number, line in enumerate(text.lines):
                for slot in (slot for block in line for slot in block.slots):
                    at = ("texts", language, "lines", number)
                    place = library.places.get(slot)  # type: ignore[call-overload]
                    if slot in NEVER or (slot == "th-191" and danger.kind in NO_POLICE_IN):
                        said = f"{{{slot}}} never stands in the danger `{danger.kind}`."
                        yield source.problem(
                            at, "danger-numbers", said, "Whoever answers may tell."
                        )
                    elif number == 0 and place and place.kind == "embassy":
                        said = "An embassy never stands in the first line of a danger."
                        yield source.problem(
                            at, "danger-numbers", said, "Put an organisation there."
                        )
