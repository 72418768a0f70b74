"""A permission, deadline, price or "free" disappears when its fact is too old (protection.md C3).

PASS: It is free. {while complain-to-labour-inspector}
FAIL: It is free.   (and the fact, with `grants: true`, stands under `facts:`)
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.content import Card, CardText, Library, Problem

if TYPE_CHECKING:
    from bot.check.run import Read


def problems(read: "Read") -> Iterator[Problem]:
    """A granting fact of a card that no block of a text is bound to."""
    library = read.content.library
    for card in library.cards.values():
        for text in card.texts.values():
            for fact in _unbound(library, card, text):
                said = f"No paragraph here is bound to the fact `{fact}`, which grants something."
                hint = f"End the paragraph that tells it with {{while {fact}}}."
                source = read.content.sources[text.path]
                yield source.problem(("text",), "unguarded-grant", said, hint)


def _unbound(library: Library, card: Card, text: CardText) -> Iterator[str]:
    bound = {
        # A condition on a line of its own hides nothing.
        *(name for block in text.blocks if block.spans for name in block.while_facts),
        *(
            library.values[slot].owner.id
            for block in text.blocks
            for slot in block.slots
            if slot in library.values
        ),
    }
    for name in card.facts:
        if name in library.facts and library.facts[name].grants and name not in bound:
            yield name
