"""The scripts whose spelling is known, each in its own file."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from bot.text import chinese, khmer, latin, myanmar, thai_lao


class Spelling(Protocol):
    """What the file of a script tells; its rules run only on a text that has its letters."""

    @property
    def LETTERS(self) -> re.Pattern[str]:  # noqa: N802  # a constant of the file
        """Finds something in a text that needs the rules."""

    @property
    def SAME_SIGN(self) -> Mapping[str, str]:  # noqa: N802
        """Canonical form: signs, and what stands for them."""

    @property
    def FOLDED(self) -> Mapping[str, str]:  # noqa: N802
        """Skeleton: signs that go, or meet others."""

    def one_form(self, text: str) -> str:
        """Canonical form: what looks the same gets the same code points."""

    def loosened(self, text: str) -> str:
        """Skeleton: sequences that sound alike or are left out; before `FOLDED`."""


SPELLINGS: Final[tuple[Spelling, ...]] = (latin, thai_lao, khmer, myanmar, chinese)
_LATIN: Final[tuple[Spelling, ...]] = (latin,)


def spellings_in(text: str) -> Sequence[Spelling]:
    """The spellings that a text needs."""
    if text.isascii():
        return _LATIN
    return [each for each in SPELLINGS if each.LETTERS.search(text)]
