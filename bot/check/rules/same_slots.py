"""A translation inserts the same values as its source, as often, and hides with the same facts.

PASS: en "within {inspector_days}", th "ภายใน {inspector_days}"
FAIL: en "within {inspector_days}", th "เร็ว ๆ นี้"
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bot.content import Block, Problem
from bot.content.source import Path, Source

if TYPE_CHECKING:
    from bot.check.run import Read


def problems(read: "Read") -> Iterator[Problem]:
    """A value or a `{while ...}` that only one of source and translation has."""
    library, sources = read.content.library, read.content.sources
    source_language = library.languages.source
    for card in library.cards.values():
        original = card.texts.get(source_language)
        for text in card.texts.values() if original else ():
            if original:
                yield from _compare(sources[text.path], ("text",), original.blocks, text.blocks)
    for danger in library.dangers.values():
        first = danger.texts.get(source_language)
        for language, said in danger.texts.items() if first else ():
            at: Path = ("texts", language, "lines")
            if first:
                yield from _compare(
                    sources[danger.path], at, _joined(first.lines), _joined(said.lines)
                )


def _compare(
    source: Source, at: Path, original: Iterable[Block], translated: Iterable[Block]
) -> Iterator[Problem]:
    wanted, given = _slots(original), _slots(translated)
    for name in wanted - given:
        said = f"{{{name}}} stands in the source and is missing here."
        yield source.problem(at, "same-slots", said, "Insert it where it belongs.")
    for name in given - wanted:
        said = f"{{{name}}} stands here and not in the source."
        hint = "Delete it, or add it to the source too."
        yield source.problem(at, "same-slots", said, hint, words=f"{{{name}}}")


def _slots(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(
        name
        for block in blocks
        for name in (*block.slots, *(f"while {fact}" for fact in block.while_facts))
    )


def _joined(lines: Iterable[tuple[Block, ...]]) -> list[Block]:
    return [block for line in lines for block in line]
