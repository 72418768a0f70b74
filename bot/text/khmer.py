"""Khmer: parts of a syllable typed in another order, and letters that sound alike."""

import re
from typing import Final

from bot.text.rules import applied

LETTERS: Final = re.compile("[ក-៿]")
SAME_SIGN: Final = {
    # deprecated by Unicode
    "ឣ": "អ",
    "ឤ": "អា",
    "ឨ": "ឧក",
    # the same letter in another shape
    "ឲ": "ឱ",
    # invisible vowels
    "឴": "",
    "឵": "",
}

# The subscripts da and ta look the same.
_SUBSCRIPT_DA: Final = ("្ដ", "្ត")
_SYLLABLE: Final = re.compile("([ក-ឳ])((?:្[ក-ឳ]|[ា-៓៝])+)")
_PART: Final = re.compile("្[ក-ឳ]|[ា-៑៓៝]")
# The order of the parts after a letter: robat, subscripts with ro last, shifter, vowels from left
# to right, other signs, visarga.
_RANKS: Final = (
    {"៌": 0, "្រ": 2}
    | dict.fromkeys("៉៊", 3)
    | dict.fromkeys("ើឿៀេែៃោៅ", 4)
    | dict.fromkeys("ុូួ", 5)
    | dict.fromkeys("ិីឹឺ", 6)
    | {"ា": 7}
    | dict.fromkeys("ះៈ", 9)
)
_SUBSCRIPTS: Final = 1
_OTHER_SIGNS: Final = 8
_SPLIT_VOWELS: Final = (("េី", "ើ"), ("េា", "ោ"))

# Under a vowel above, the shifter is drawn like u; which one is meant depends on the letters.
_U_FOR_SHIFTER: Final = re.compile("ុ(?=[ិីឹឺ]|ាំ)|(?<=ើ)ុ")
_SOFT: Final = re.compile("[ងញណនបមយរលវឡ]")

# Signs that are often left out go; long and short vowels and letters that sound alike meet;
# independent vowels are written as they are said.
FOLDED: Final = (
    dict.fromkeys("៉៊់៌៍័", "")
    | {"ី": "ិ", "ឺ": "ឹ", "ូ": "ុ", "ណ": "ន", "ឡ": "ល"}
    | {"ឥ": "អិ", "ឦ": "អិ", "ឧ": "អុ", "ឩ": "អុ", "ឪ": "អៅ", "ឳ": "អៅ"}
    | {"ឯ": "អែ", "ឰ": "អៃ", "ឱ": "អោ", "ឫ": "រឹ", "ឬ": "រឹ", "ឭ": "លឹ", "ឮ": "លឹ"}
)
_LOOSE: Final = (
    (re.compile("ឱ្យ"), "អោយ"),  # "give", as it is said
    (re.compile("ដ(?=្)"), "ត"),
    (re.compile("(?<=[ក-អា-ៅ])[ក-អ][ិុ]?៍"), ""),  # a silent letter
)


def one_form(text: str) -> str:
    """Each part of a syllable once, in one order; all orders look alike."""
    return _SYLLABLE.sub(_in_order, text.replace(*_SUBSCRIPT_DA))


def loosened(text: str) -> str:
    """Silent letters go; "give" is written as it is said."""
    return applied(_LOOSE, text)


def _in_order(syllable: re.Match[str]) -> str:
    letter, typed = syllable.groups()
    parts = "".join(sorted(dict.fromkeys(_PART.findall(typed)), key=_rank))
    for split, whole in _SPLIT_VOWELS:
        parts = parts.replace(split, whole)
    if "៉" in parts or "៊" in parts or not _U_FOR_SHIFTER.search(parts):
        return letter + parts
    return letter + _with_shifter(letter, parts)


def _rank(part: str) -> int:
    return _RANKS.get(part, _SUBSCRIPTS if part[0] == "្" else _OTHER_SIGNS)


def _with_shifter(letter: str, parts: str) -> str:
    start = len(parts) - len(parts.lstrip("៌"))
    while parts[start : start + 1] == "្":
        start += 2
    shifter = "៉" if _SOFT.search(letter + parts[:start]) else "៊"
    return parts[:start] + shifter + _U_FOR_SHIFTER.sub("", parts[start:])
