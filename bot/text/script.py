"""Which script a text is written in, and which language that suggests."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final

from bot.text.myanmar_language import myanmar_text

# đ ơ ư ă ĩ ũ and the letters with two marks or a dot below; ð is typed for đ.
_VIETNAMESE: Final = re.compile("[đĐðÐăĂơƠưƯĩĨũŨ]|[\u1ea0-\u1ef9]")
_LANGUAGE_OF: Final = {
    "THAI": ("th", "Thai"),
    "LAO": ("lo", "Lao"),
    "KHMER": ("km", "Khmer"),
    "CJK": ("zh", "Chinese"),
}
_SPACELESS: Final = frozenset(_LANGUAGE_OF) | {"MYANMAR"}


@dataclass(frozen=True)
class Guess:
    """The code of the language, None without letters that are known, and why in plain words."""

    code: str | None
    because: str


def dominant_script(text: str) -> str | None:
    """The script of most letters, the first word of their Unicode names (`THAI`), or None."""
    scripts = Counter(_script(sign) for sign in text if sign.isalpha())
    return scripts.most_common(1)[0][0] if scripts else None


def language_of(text: str) -> Guess:
    """The language that the letters suggest, as Unicode or Zawgyi, and why.

    Codes: th lo km zh vi en my shn ksw mnw pwo blk.
    """
    script = dominant_script(text)
    if script is None:
        return Guess(None, "there are no letters")
    if script == "MYANMAR":
        seen = myanmar_text(text)
        return Guess(seen.code, seen.because)
    if script == "LATIN":
        return _in_latin_letters(text)
    if script in _LANGUAGE_OF:
        code, name = _LANGUAGE_OF[script]
        return Guess(code, f"most of its letters are {name}")
    return Guess(None, "most of its letters are of no script that is known here")


def guess_language(text: str) -> str | None:
    """The code of `language_of`."""
    return language_of(text).code


def is_spaceless(text: str) -> bool:
    """Whether the text's script writes words without spaces between them."""
    return dominant_script(text) in _SPACELESS


def _in_latin_letters(text: str) -> Guess:
    letter = _VIETNAMESE.search(unicodedata.normalize("NFC", text))
    if letter:
        return Guess("vi", f"it has the letter {letter[0]} of Vietnamese")
    return Guess("en", "its letters are Latin, and nothing tells other languages in them apart")


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ", 1)[0]
