"""The skeleton: what is left of a canonical text when the parts people leave out or confuse go."""

import re
import unicodedata
from typing import Final

_FOLDED: Final = str.maketrans(
    {
        # Thai: tone marks, thanthakhat, maitaikhu go; long and short vowels, twin letters meet
        **dict.fromkeys("่้๊๋์็", ""),
        "ี": "ิ",
        "ื": "ึ",
        "ู": "ุ",
        "ใ": "ไ",
        "ศ": "ส",
        "ษ": "ส",
        "ณ": "น",
        "ฎ": "ด",
        "ฏ": "ต",
        "ญ": "ย",
        "ฬ": "ล",
        "ฆ": "ค",
        "ธ": "ท",
        "ฑ": "ท",
        "ฒ": "ท",
        "ร": "ล",
        # Lao: the same
        **dict.fromkeys("່້໊໋໌", ""),
        "ີ": "ິ",
        "ື": "ຶ",
        "ູ": "ຸ",
        "ໃ": "ໄ",
        "ຣ": "ລ",
        # Burmese: tone and killer signs go; long and short vowels, ya and ra, twin letters meet
        **dict.fromkeys("့း်ှ", ""),
        "ီ": "ိ",
        "ူ": "ု",
        "ြ": "ျ",
        "ါ": "ာ",
        "ဏ": "န",
        "ဠ": "လ",
        "ဿ": "သ",
        "ဉ": "ည",
        "ဋ": "တ",
        "ဌ": "ထ",
        "ဍ": "ဒ",
        "ဓ": "ဒ",
        "ဘ": "ဗ",
        "ဇ": "စ",
        "ဈ": "စ",
        # Khmer: the two subscripts that look alike, and signs that are often left out
        "ដ": "ត",
        "៉": "",
        "៊": "",
        "់": "",
        "៌": "",
        "៍": "",
        "័": "",
        "đ": "d",
    }
)
_SPACELESS: Final = "฀-໿က-႟ꩠ-ꩿក-៿一-鿿"
_SPACE_BESIDE: Final = re.compile(f"(?<=[{_SPACELESS}]) | (?=[{_SPACELESS}])")
_DOUBLE_LATIN: Final = re.compile(r"([a-z])\1+")


def skeleton(canonical: str) -> str:
    """What is left of a canonical text: a second channel beside it, never instead of it.

    Tone marks and diacritics are dropped, often confused letters meet, spaces go in scripts that do
    not need them, doubled Latin letters become one. A text that has letters keeps some.
    """
    decomposed = unicodedata.normalize("NFD", canonical)
    bare = "".join(sign for sign in decomposed if not "\u0300" <= sign <= "\u036f")
    folded = _DOUBLE_LATIN.sub(r"\1", bare.translate(_FOLDED))
    # What went from between two marks may leave them in another order than NFD has.
    ordered = unicodedata.normalize("NFD", " ".join(folded.split()))
    return _SPACE_BESIDE.sub("", ordered).strip() or canonical
