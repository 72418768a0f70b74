"""Signs of danger: words whose presence tells more than a message's likeness to a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from bot.content import DangerKind, Library
from bot.text import Reading, canonical, is_spaceless, skeleton

# Letters that may stand between two parts of a sign: some five words.
_APART: Final = 28
# Letters of a Latin sign from which on a misspelling of it is still nothing else.
_LONG_ENOUGH: Final = 7
_ALIKE: Final = 90
# Danger is said at the beginning or at the end of a long story.
_LOOKED_AT: Final = 600


@dataclass(frozen=True)
class Sign:
    """The words, and what they are a sign of."""

    words: str
    kind: DangerKind
    exact: re.Pattern[str]
    bare: re.Pattern[str]
    misspelt: str
    """The sign as it is looked for with mistakes in it; empty when it is too short for that."""


def signs(library: Library) -> tuple[Sign, ...]:
    """The signs of all kinds in all languages."""
    return tuple(
        _sign(words, danger.kind)
        for danger in library.dangers.values()
        for text in danger.texts.values()
        for words in text.signs
    )


def seen(known: Sequence[Sign], readings: Sequence[Reading]) -> dict[DangerKind, str]:
    """The kinds whose signs stand in the message, each with the words that were found first."""
    found: dict[DangerKind, str] = {}
    for reading in readings:
        exact, bare = _ends(f" {reading.canonical} "), _ends(f" {reading.skeleton} ")
        for sign in known:
            if sign.kind not in found and _stands_in(sign, exact, bare):
                found[sign.kind] = sign.words
    return found


def _sign(words: str, kind: DangerKind) -> Sign:
    parts = [canonical(part) for part in words.split("…")]
    bare = [skeleton(part) for part in parts]
    single = bare[0] if len(bare) == 1 and not is_spaceless(bare[0]) else ""
    long_enough = single if len(single) >= _LONG_ENOUGH else ""
    return Sign(words, kind, _pattern(parts), _pattern(bare), long_enough)


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    edged = [
        re.escape(part) if is_spaceless(part) else rf"(?<![^\W_]){re.escape(part)}(?![^\W_])"
        for part in parts
    ]
    return re.compile(f".{{0,{_APART}}}?".join(edged))


def _stands_in(sign: Sign, exact: str, bare: str) -> bool:
    if sign.exact.search(exact) or sign.bare.search(bare):
        return True
    if not sign.misspelt or len(bare) < len(sign.misspelt):
        return False
    return fuzz.partial_ratio(sign.misspelt, bare, score_cutoff=_ALIKE) > 0


def _ends(text: str) -> str:
    return (
        text if len(text) <= _LOOKED_AT else f"{text[: _LOOKED_AT // 2]} {text[-_LOOKED_AT // 2 :]}"
    )
