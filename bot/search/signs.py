"""Signs: words whose presence tells more of danger than a message's likeness to a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from bot.content import Library
from bot.text import Reading, canonical, ends, is_spaceless, skeleton

# Letters that may stand between two parts of a sign: some five words.
_APART: Final = 28
# Letters of a Latin sign from which on a misspelling of it is still nothing else.
_LONG_ENOUGH: Final = 7
_ALIKE: Final = 90
# One letter of seven may be wrong in a single word; two words have more words like them.
_ALIKE_WORD: Final = 85

NOT_NOW: Final = "not now"
"""The kind of a sign that whatever is told is over, or never happened to anybody near."""


@dataclass(frozen=True)
class Sign:
    """The words, and what they are a sign of; its parts in both forms, in their order."""

    words: str
    kind: str
    exact: tuple[str, ...]
    bare: tuple[str, ...]
    misspelt: str
    """The sign as it is looked for with mistakes in it; empty when it is too short for that."""


class Signs:
    """The signs of all kinds in all languages, and the words which show that nothing is now."""

    def __init__(self, library: Library) -> None:
        self.all = (*_of_dangers(library), *_of_no_danger(library))
        self._misspelt: dict[int, list[Sign]] = {}
        for sign in self.all:
            if sign.misspelt:
                self._misspelt.setdefault(len(sign.misspelt.split()), []).append(sign)

    def seen(self, readings: Sequence[Reading]) -> dict[str, str]:
        """The kinds, and `NOT_NOW`, whose signs stand in it, with the first words of each."""
        found: dict[str, str] = {}
        for reading in readings:
            exact, bare = ends(f" {reading.canonical} "), ends(f" {reading.skeleton} ")
            for sign in self.all:
                # Most signs stand in no message, and this is asked some thousand times for each.
                if sign.exact[0] not in exact and sign.bare[0] not in bare:
                    continue
                if sign.kind not in found and _stands_in(sign, exact, bare):
                    found[sign.kind] = sign.words
            for sign in self._seen_misspelt(bare.split()):
                found.setdefault(sign.kind, sign.words)
        return found

    def _seen_misspelt(self, words: Sequence[str]) -> Iterator[Sign]:
        """Signs that as many words of the message spell nearly alike."""
        for count, signs in self._misspelt.items():
            said = [" ".join(words[at : at + count]) for at in range(len(words) - count + 1)]
            if said:
                enough = _ALIKE if count > 1 else _ALIKE_WORD
                wanted = [sign.misspelt for sign in signs]
                ratio = process.cdist(said, wanted, scorer=fuzz.ratio, score_cutoff=enough)
                for number in np.flatnonzero(ratio.max(axis=0)):
                    yield signs[number]


def _of_dangers(library: Library) -> Iterator[Sign]:
    for danger in library.dangers.values():
        for text in danger.texts.values():
            yield from (_sign(words, danger.kind) for words in text.signs)


def _of_no_danger(library: Library) -> Iterator[Sign]:
    for elsewhere in library.elsewhere.values():
        for words in elsewhere.not_now:
            # "not out until" is nearly "got out": what takes away an alarm has to stand there.
            yield replace(_sign(words, NOT_NOW), misspelt="")


def _sign(words: str, kind: str) -> Sign:
    parts = tuple(canonical(part) for part in words.split("…"))
    bare = tuple(skeleton(part) for part in parts)
    single = bare[0] if len(bare) == 1 and not is_spaceless(bare[0]) else ""
    long_enough = single if len(single) >= _LONG_ENOUGH else ""
    return Sign(words, kind, tuple(map(_edged, parts)), tuple(map(_edged, bare)), long_enough)


def _edged(part: str) -> str:
    """Whole words where a script has spaces: canonical texts have no other border."""
    return part if is_spaceless(part) else f" {part} "


def _stands_in(sign: Sign, exact: str, bare: str) -> bool:
    return _in_order(sign.exact, exact) or _in_order(sign.bare, bare)


def _in_order(parts: Sequence[str], text: str) -> bool:
    """Whether the parts follow each other closely, from any place where the first one stands."""
    first, *rest = parts
    return any(_follow(rest, text, start + len(first)) for start in _starts(first, text))


def _starts(part: str, text: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _follow(parts: Sequence[str], text: str, end: int) -> bool:
    for part in parts:
        # The space that ends one word also begins the next.
        start = text.find(part, end - 1, end + _APART + len(part))
        if start < 0:
            return False
        end = start + len(part)
    return True
