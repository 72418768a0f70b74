"""A card fits one phone screen.

PASS: a text of 600 letters
FAIL: a text of 1,400 letters
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from babel.support import NullTranslations

from bot.check.passages import Passage, passages
from bot.content import Library, Problem, Words, fill
from bot.language import Catalogue

if TYPE_CHECKING:
    from bot.check.run import Read

# On the first day of the calendar every fact is in date, so the longest form is measured.
_EVERYTHING_IN_DATE = date(1970, 1, 1)


def problems(read: "Read") -> Iterator[Problem]:
    """A card's text that is longer, with its numbers, than `screen` of its language."""
    library = read.content.library
    for passage in passages(read.content):
        if passage.at != ("text",) or not _resolves(library, passage):
            continue
        language = library.languages[passage.language]
        catalogue = Catalogue(passage.language, NullTranslations())
        filled = fill(library, passage.blocks, language, catalogue, _EVERYTHING_IN_DATE)
        length = sum(
            len(span.text)
            for block in filled.blocks
            for span in block.spans
            if isinstance(span, Words)
        )
        if length > language.screen:
            said = f"This text has {length} letters; {language.screen} fit one screen."
            source = read.content.sources[passage.path]
            yield source.problem(
                passage.at, "too-long", said, "Shorten it, or make two cards of it."
            )


def _resolves(library: Library, passage: Passage) -> bool:
    """Whether all names in it exist; those that do not are told by the reader."""
    return all(
        all(name in library.values for name in block.slots)
        and all(name in library.facts for name in block.while_facts)
        for block in passage.blocks
    )
