"""The ways in which a message can be read: as Unicode, as Zawgyi, or as either."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from bot.text.canonical import LONGEST, canonical
from bot.text.myanmar_language import myanmar_text
from bot.text.skeleton import skeleton

_MYANMAR: Final = re.compile("[က-႟]")
# Shapes that tell so much are never a slip in Unicode.
_SHOWS: Final = 3
_LIKELY: Final = 0.5
_PERHAPS: Final = 0.05


@dataclass(frozen=True)
class Reading:
    """One reading of a message."""

    text: str
    canonical: str
    skeleton: str


def readings(text: str) -> tuple[Reading, ...]:
    """One or two readings, the likelier first; two where Zawgyi may be Unicode."""
    read = [_reading(form) for form in _forms(text[:LONGEST])]
    return tuple({each.canonical: each for each in reversed(read)}.values())[::-1]


def _reading(form: str) -> Reading:
    plain = canonical(form)
    return Reading(form, plain, skeleton(plain))


def _forms(text: str) -> tuple[str, ...]:
    if not _MYANMAR.search(text):
        return (text,)
    seen = myanmar_text(text)
    if seen.code != "my" or seen.unicode.score > seen.zawgyi.score:
        return (text,)
    if seen.is_zawgyi and seen.zawgyi.score >= _SHOWS:
        return (_from_zawgyi(text),)
    return _forms_by_frequency(text)


def _forms_by_frequency(text: str) -> tuple[str, ...]:
    """What is likely by how often letters follow each other; the shapes tell nothing."""
    probability = _detector().get_zawgyi_probability(text)
    if probability < _PERHAPS:
        return (text,)
    forms = (_from_zawgyi(text), text)
    return forms if probability >= _LIKELY else forms[::-1]


@cache
def _detector() -> Any:  # myanmartools ships no types
    from myanmartools import ZawgyiDetector  # noqa: PLC0415  # 20 ms that few messages need

    return ZawgyiDetector()


def _from_zawgyi(text: str) -> str:
    from para import zg_to_unicode  # noqa: PLC0415

    # Its own detector is stricter than what has decided already.
    return str(zg_to_unicode(text, force=True))
