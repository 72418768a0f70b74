"""The skeleton: what is left of a canonical text when the parts people leave out or confuse go."""

import re
import unicodedata
from typing import Final

from bot.text.spelling import SPELLINGS, spellings_in
from bot.text.table import Table

# One fold can make room for another; real text needs two rounds.
_ROUNDS: Final = 8
_ACCENTS: Final = re.compile("[\u0300-\u036f]+")
_SPACELESS: Final = "฀-໿က-႟ꩠ-ꩿក-៿一-鿿"
_SPACE_BESIDE: Final = re.compile(f" (?:(?<=[{_SPACELESS}] )|(?=[{_SPACELESS}]))")


def skeleton(canonical: str) -> str:
    """What is left of a canonical text: a second channel beside it, never instead of it.

    Tone marks and diacritics are dropped, often confused letters meet, spaces go in scripts that do
    not need them, doubled Latin letters become one. A text that has letters keeps some.
    """
    text = canonical
    for _ in range(_ROUNDS):
        before, text = text, _round(text)
        if text == before or before.isascii():
            break
    return text if text and (_has_letters(text) or not _has_letters(canonical)) else canonical


def _round(text: str) -> str:
    # Spaces go first, so that the rules see what they would see when called again.
    text = _without_spaces(_ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    for spelling in spellings_in(text):
        text = spelling.loosened(text)
    # What went from between two marks may leave them in another order than NFD has.
    return _without_spaces(unicodedata.normalize("NFD", text.translate(_FOLDED)))


def _without_spaces(text: str) -> str:
    if not text.isascii():
        text = _SPACE_BESIDE.sub("", text)
    return " ".join(text.split())


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


_FOLDED: Final = Table(
    {sign: folded for each in SPELLINGS for sign, folded in each.FOLDED.items()}, str
)
