"""Texts with their values filled in, and without what is too old to be said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.content.fact import Fact
from bot.content.ids import FactId
from bot.content.library import Library
from bot.content.markup import Block, Slot, Words
from bot.language import Catalogue, Language, show


@dataclass(frozen=True)
class Filled:
    """Blocks without slots; `expired` when something was left out because its fact is too old."""

    blocks: tuple[Block, ...]
    expired: bool


def fill(
    library: Library, blocks: Iterable[Block], language: Language, catalogue: Catalogue, today: date
) -> Filled:
    """The blocks as `language` writes their values.

    A block that grants something (allows, sets a deadline, names a price) by a fact past its review
    date is left out, in every language alike (protection.md C3).
    """
    blocks = tuple(blocks)
    kept = tuple(block for block in blocks if not _too_old(library, block, today))

    def words(span: Words | Slot) -> Words:
        if isinstance(span, Words):
            return span
        return Words(show(library.values[span.name].value, language, catalogue), span.bold)

    filled = tuple(Block(tuple(map(words, block.spans)), block.bullet) for block in kept)
    return Filled(filled, expired=len(kept) < len(blocks))


def _too_old(library: Library, block: Block, today: date) -> bool:
    owners = [library.values[name].owner for name in block.slots]
    granting = [owner for owner in owners if isinstance(owner, Fact) and owner.grants]
    needed = [library.facts[FactId(name)] for name in block.while_facts]
    return any(not fact.in_date(today) for fact in (*granting, *needed))
