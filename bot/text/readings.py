"""The ways in which a message can be read: as Unicode, as Zawgyi, or as either."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from bot.text.canonical import LONGEST, canonical
from bot.text.skeleton import skeleton

# Measured on Google's samples: above .95 no false alarm from 9 letters on; short runs stay between.
_SURELY: Final = 0.95
_PERHAPS: Final = 0.05
_MYANMAR: Final = re.compile("[က-႟]")


@dataclass(frozen=True)
class Reading:
    """One reading of a message."""

    text: str
    canonical: str
    skeleton: str


def readings(text: str) -> tuple[Reading, ...]:
    """One or two readings, the likelier first; two where Zawgyi may be Unicode."""
    return tuple(_reading(form) for form in _forms(text[:LONGEST]))


def _reading(form: str) -> Reading:
    plain = canonical(form)
    return Reading(form, plain, skeleton(plain))


def _forms(text: str) -> tuple[str, ...]:
    if not _MYANMAR.search(text):
        return (text,)
    probability = _detector().get_zawgyi_probability(text)
    if probability < _PERHAPS:
        return (text,)
    converted = _from_zawgyi(text)
    if probability >= _SURELY:
        return (converted,)
    return (converted, text) if probability >= 0.5 else (text, converted)  # noqa: PLR2004


@cache
def _detector() -> Any:  # myanmartools ships no types
    from myanmartools import ZawgyiDetector  # noqa: PLC0415  # 20 ms that few messages need

    return ZawgyiDetector()


def _from_zawgyi(text: str) -> str:
    from para import zg_to_unicode  # noqa: PLC0415

    # Its own detector is stricter than the one that has decided already.
    return str(zg_to_unicode(text, force=True))
