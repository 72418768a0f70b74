"""Which script a text is written in, and which language that suggests."""

import re
import unicodedata
from collections import Counter
from typing import Final

# Code points that Burmese does not use; Zawgyi does, so it has to be converted before.
_SHAN: Final = re.compile("[ႀ-ႍဢဵ႐-႙ꩡ-ꩿ]")
_VIETNAMESE: Final = re.compile("[đĐăĂơƠưƯ]|[\u1ea0-\u1ef9]")
_LANGUAGE_OF: Final = {"THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my", "CJK": "zh"}
_SPACELESS: Final = frozenset(_LANGUAGE_OF)


def dominant_script(text: str) -> str | None:
    """The script of most letters, the first word of their Unicode names (`THAI`), or None."""
    scripts = Counter(_script(sign) for sign in text if sign.isalpha())
    return scripts.most_common(1)[0][0] if scripts else None


def guess_language(text: str) -> str | None:
    """The language that the letters suggest, `en` for plain Latin; None without letters.

    Zawgyi has to be converted before, because it uses Shan code points for Burmese signs.
    """
    script = dominant_script(text)
    if script == "MYANMAR":
        return "shn" if _SHAN.search(text) else "my"
    if script == "LATIN":
        return "vi" if _VIETNAMESE.search(unicodedata.normalize("NFC", text)) else "en"
    return _LANGUAGE_OF.get(script or "")


def is_spaceless(text: str) -> bool:
    """Whether the text's script writes words without spaces between them."""
    return dominant_script(text) in _SPACELESS


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ", 1)[0]
