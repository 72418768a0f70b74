"""Latin letters: English, Vietnamese with and without its marks, romanised Burmese."""

import re
from typing import Final

LETTERS: Final = re.compile("[a-zđð]")
# The Icelandic eth stands on the keys of some who look for the Vietnamese d with a stroke.
SAME_SIGN: Final = {"ð": "đ"}
FOLDED: Final = {"đ": "d"}

_DOUBLE: Final = re.compile(r"([a-z])\1+")
# Vietnamese writes the same sound with y and with i at the end of these words: bác sĩ, bác sỹ.
# The letter first, because a search for one letter is quick.
_Y_AS_I: Final = re.compile(r"y\b(?:(?<=\b[hklstv]y)|(?<=\bquy))")


def one_form(text: str) -> str:
    """The text itself: what NFKC does is enough."""
    return text


def loosened(text: str) -> str:
    """Doubled letters become one; Vietnamese y becomes i where both are written."""
    return _Y_AS_I.sub("i", _DOUBLE.sub(r"\1", text))
