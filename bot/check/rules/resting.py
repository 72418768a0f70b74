"""What a text inserts, its card names: values by `facts:`, phones by `places:`.

PASS: facts: [labour-inspector-60-days], text with {inspector_days}
FAIL: facts: [], text with {inspector_days}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.content import Block, Card, Danger, Fact, FactId, Problem

if TYPE_CHECKING:
    from bot.check.run import Read
    from bot.content.source import Path


def problems(read: "Read") -> Iterator[Problem]:
    """A value or phone whose fact or place is not listed; a fact that is not to be shown."""
    library = read.content.library
    things: list[Card | Danger] = [*library.cards.values(), *library.dangers.values()]
    for thing in things:
        source = read.content.sources[thing.path]
        facts = thing.rests_on if isinstance(thing, Card) else thing.facts
        hidden = {*facts, *(name for block in _blocks(thing) for name in block.while_facts)}
        for name in sorted(map(FactId, hidden)):
            if name in library.facts and not library.facts[name].publish:
                said = f"The fact `{name}` is not to be shown (`publish: false`)."
                at: Path = ("facts", thing.facts.index(name)) if name in thing.facts else ("facts",)
                yield source.problem(at, "resting", said, "Its caution says why.")
        for slot in sorted({slot for block in _blocks(thing) for slot in block.slots}):
            if slot not in library.values:
                continue
            owner = library.values[slot].owner
            listed = facts if isinstance(owner, Fact) else thing.places
            if owner.id not in listed:
                key = "facts" if isinstance(owner, Fact) else "places"
                said = f"A text inserts {{{slot}}}, but `{owner.id}` is not listed under `{key}:`."
                yield source.problem((key,), "resting", said, "Add it.")


def _blocks(thing: Card | Danger) -> Iterator[Block]:
    if isinstance(thing, Card):
        for text in thing.texts.values():
            yield from text.blocks
    else:
        for said in thing.texts.values():
            for line in said.lines:
                yield from line
