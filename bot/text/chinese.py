"""Chinese: traditional and simplified characters, and those that are typed for each other."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from opencc import OpenCC

LETTERS: Final = re.compile("[㐀-鿿豈-﫿𠀀-𯨟]")
# Variants that OpenCC leaves as they are.
SAME_SIGN: Final = {"妳": "你", "牠": "它", "祇": "只", "衹": "只", "枱": "台"}
_HALF_PAIRS: Final = re.compile("[\ud800-\udfff]")
_SAME_WORD: Final = ("甚么", "什么")
# They sound alike, so whoever types by sound picks one for the other.
FOLDED: Final = {
    "得": "的",
    "地": "的",
    "她": "他",
    "它": "他",
    "账": "帐",
    "作": "做",
    "佣": "用",
    "嘛": "吗",
    "像": "象",
    "再": "在",
    "以": "已",
}


def one_form(text: str) -> str:
    """Simplified characters."""
    if _HALF_PAIRS.search(text):
        return text  # OpenCC takes none; in the next round they are gone
    simplified: str = _to_simplified().convert(text)
    return simplified.replace(*_SAME_WORD)


def loosened(text: str) -> str:
    """The text itself: only single characters are confused."""
    return text


@cache
def _to_simplified() -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415  # 25 ms that few messages need

    return OpenCC("tw2s")
