"""Burmese, Shan, Karen, Mon: signs typed in another order, letters that sound alike."""

import re
from functools import lru_cache
from typing import Final

from bot.text.rules import applied

LETTERS: Final = re.compile("[က-႟ꩠ-ꩿ]")
# o and au, mostly typed in parts
SAME_SIGN: Final = {"ဩ": "သြ", "ဪ": "သြော်"}

# A digit typed for the letter that looks like it: zero for wa, seven for ra, eight for ga, four
# for lagaung.
_DIGITS: Final = re.compile("[၀၄၇၈]")
_DIGIT_AS_LETTER: Final = (
    (re.compile("(?<=[က-ဿ])၀(?![၀-၉])|(?<![၀-၉])၀(?=[က-ဿ])"), "ဝ"),
    (re.compile("(?<![၀-၉])၇(?=[ါ-ှ]|[က-အ]့?်)"), "ရ"),
    (re.compile("(?<![၀-၉])၈(?=[ါ-ှ])"), "ဂ"),
    (re.compile("(?<![၀-၉])၄(?=င်း)"), "၎"),
)

# No mark is written twice, but for Karen's U+1062.
_TWICE: Final = re.compile(r"([ါ-်ျ-ှၖ-ၙၞ-ၠႂ-ႍႏႚ-ႝꩻ])\1+")
# asat before aa; kinzi; great sa
_SAME: Final = (("ေ်ာ", "ော်"), ("ေ်ါ", "ေါ်"), ("င္်", "င်္"), ("သ္သ", "ဿ"))
_PLACES: Final = (
    # A tone of Shan or visarga stands last.
    (re.compile("([ႇ-ႊ]+)([ါ-ူဲံ်ျ-ှႂ-ႆၢ]+)"), r"\2\1"),
    (re.compile("(း+)([ါာိ-ူဲံျ-ှ]+)"), r"\2\1"),
    # u in the place of nya
    (re.compile("ဥ(?=့?်|္|ာ)"), "ဉ"),
)
_MARKS: Final = re.compile("[ါ-ံ့ျ-ှၞ-ၠႂ-ႆၢ]{2,}")
_ORDER: Final = {mark: rank for rank, mark in enumerate("ျြၞၟၠွႂှေႄိီဲဳဴဵႅႆုူၢႃာါံ့")}

# A sign, and those that it stands for because they sound or look like it: vowels long and short,
# ya and ra, letters of Burmese, and those of Shan that are typed on a Burmese keyboard.
_TWINS: Final = (
    {"ိ": "ီ", "ု": "ူ", "ာ": "ါႃၢ", "ေ": "ဵ", "ႄ": "ႅ", "ျ": "ြ", "ွ": "ႂ", "ယ": "ရ"}
    | {"က": "ၵ", "ခ": "ၶ", "ဂ": "ၷ", "စ": "ဇဈၸၹ", "ည": "ဉၺ", "တ": "ဋ", "ထ": "ဌ", "ဒ": "ဍဓ"}
    | {"န": "ဏၼ", "ဗ": "ဘဖၽၾ", "လ": "ဠ", "သ": "ဿ", "ဟ": "ႁ", "အ": "ဢ"}
)
# Tone, killer and stacking signs go.
FOLDED: Final = {twin: sign for sign, twins in _TWINS.items() for twin in twins} | dict.fromkeys(
    "့း်ှ္ႇႈႉႊ", ""
)

_LOOSE: Final = ((re.compile("စ[ျြ]"), "စ"),)


def one_form(text: str) -> str:
    """Each mark once, in one order; all orders look alike."""
    if _DIGITS.search(text):
        text = applied(_DIGIT_AS_LETTER, text)
    text = _TWICE.sub(r"\1", text)
    for typed, form in _SAME:
        text = text.replace(typed, form)
    text = applied(_PLACES, text)
    return _MARKS.sub(lambda run: _in_order(run[0]), text)


def loosened(text: str) -> str:
    """One spelling of ja.

    Endings that sound alike (m and n, t and p) stay apart: joined, they lost six of 239 answers.
    """
    return applied(_LOOSE, text)


@lru_cache(maxsize=1_000)
def _in_order(marks: str) -> str:
    return "".join(sorted(set(marks), key=lambda mark: (_ORDER.get(mark, len(_ORDER)), mark)))
