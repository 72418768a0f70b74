"""One canonical form of a message: same words, same code points."""

import re
import unicodedata
from typing import Final

from bot.text.spelling import SPELLINGS, spellings_in
from bot.text.table import Table

LONGEST: Final = 4_000
"""Code points that are looked at; Telegram itself allows 4,096 in one message."""

# One repair can make room for another; real text needs two rounds.
_ROUNDS: Final = 8
# Points in abbreviations: M.O.U., ต.ม. ; a point elsewhere is a space.
_POINT: Final = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?![^\W_]))")
# A letter held down; digits are left alone because 1000 is not 10.
_HELD_DOWN: Final = re.compile(r"([^\W\d])\1{2,}")
_APOSTROPHES: Final = "'’‘`´ʼ"
_NO_APOSTROPHES: Final = dict.fromkeys(map(ord, _APOSTROPHES))


def canonical(text: str) -> str:
    """The text in one form: NFKC, lower case, ASCII digits, no invisible signs, no punctuation.

    Never raises; looks at the first `LONGEST` code points and gives no more. Vowels and tone marks
    stay.
    """
    # Before NFKC, which makes a space and an accent of an acute that stands alone.
    text = text[:LONGEST].translate(_NO_APOSTROPHES)
    text = unicodedata.normalize("NFKC", text).casefold()[:LONGEST]
    for _ in range(_ROUNDS):
        before, text = text, _round(text)
        if text == before or text.isascii():
            break
    return text


def _round(text: str) -> str:
    for spelling in spellings_in(text):
        text = spelling.one_form(text)
    if "." in text:
        text = _POINT.sub(r"\1", text)
    text = _HELD_DOWN.sub(r"\1", text.translate(_PLAIN))
    # Casefolding and reordering can leave a sequence that NFKC would write differently.
    return " ".join(unicodedata.normalize("NFKC", text)[:LONGEST].split())


def _plain(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category in {"Cf", "Cn"}:
        return ""
    return " " if category[0] in "PSZC" else sign


# Burmese ၌၍၎၏ are words in one sign, although Unicode calls them punctuation. NFKC takes ʼ out
# of ŉ and ' out of its wide form.
_PLAIN: Final = Table(
    {sign: sign for sign in "၌၍၎၏"}
    | dict.fromkeys(_APOSTROPHES, "")
    | {sign: same for each in SPELLINGS for sign, same in each.SAME_SIGN.items()},
    _plain,
)
