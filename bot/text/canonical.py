"""One canonical form of a message: same words, same code points."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 4_000
"""Code points that are looked at; Telegram itself allows 4,096 in one message."""

# NFKC joins Thai and Lao "am" but leaves a tone mark on either side of the nikhahit.
_NIKHAHIT_BEFORE_TONE: Final = re.compile("([ํໍ])([่-๋່-໋])")
# Keyboards let people type these Burmese signs in any order; all orders look alike.
_BURMESE_MARKS: Final = re.compile("[ျ-ှ]{2,}|[ိ-ူဲံ့]{2,}")
_BURMESE_ORDER: Final = {sign: rank for rank, sign in enumerate("ျြွှိီဲုူံ့")}
# A round Burmese zero between letters is the letter wa, typed with the wrong key.
_ZERO_AS_WA: Final = re.compile("(?<=[က-ဿ])၀(?![၀-၉])|(?<![၀-၉])၀(?=[က-ဿ])")
# A letter held down; digits are left alone because 1000 is not 10.
_HELD_DOWN: Final = re.compile(r"([^\W\d])\1{2,}")
_SPACES: Final = re.compile(r"\s+")

_NO_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘`´ʼ"))
# Burmese ၌၍၎၏ are words in one sign, although Unicode calls them punctuation.
_WORDS_IN_ONE_SIGN: Final = frozenset("၌၍၎၏")


def canonical(text: str) -> str:
    """The text in one form: NFKC, lower case, ASCII digits, no invisible signs, no punctuation.

    Never raises; looks at the first `LONGEST` code points. Vowels and tone marks stay.
    """
    # Before NFKC, which makes a space and an accent of an acute that stands alone.
    text = text[:LONGEST].translate(_NO_APOSTROPHES)
    text = _ZERO_AS_WA.sub("ဝ", text)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(map(_plain, text))
    text = _NIKHAHIT_BEFORE_TONE.sub(r"\2\1", text)
    text = _BURMESE_MARKS.sub(_in_order, text)
    text = _HELD_DOWN.sub(r"\1", text)
    # Casefolding and reordering can leave a sequence that NFKC would write differently.
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def _plain(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category in {"Cf", "Cs", "Cn", "Co"}:
        return " " if category in {"Cs", "Co"} else ""
    if category[0] in "PSZC" and sign not in _WORDS_IN_ONE_SIGN:
        return " "
    return sign


def _in_order(marks: re.Match[str]) -> str:
    return "".join(sorted(set(marks[0]), key=lambda sign: _BURMESE_ORDER.get(sign, 99)))
