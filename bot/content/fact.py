"""Facts: one dated, sourced statement each, and the typed values in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final, Literal

from bot.content.ids import FactId
from bot.language import Value

Volatility = Literal["stable", "yearly", "often"]
Confidence = Literal["high", "medium", "low"]
Harm = Literal["life", "status", "money", "little"]

_MONTHS: Final = {"often": 3, "yearly": 12, "stable": 24}
_MONTHS_WHERE_HARM_IS_GREAT: Final = 12
_NEVER_DATED: Final = date(1970, 1, 1)


@dataclass(frozen=True)
class Citation:
    """Where a statement was read: who published it, when, and what it says there."""

    publisher: str
    date: str
    url: str
    says: str


@dataclass(frozen=True)
class Fact:
    """One statement. `as_of`: its newest source; `checked_on`: when it was looked up again."""

    id: FactId
    path: PurePosixPath
    says: str
    as_of: date | None
    checked_on: date | None
    volatility: Volatility
    confidence: Confidence
    harm: Harm
    grants: bool
    """It says that something is allowed, due, free or costs so much: a look-up renews nothing."""
    publish: bool
    values: Mapping[str, Value]
    sources: tuple[Citation, ...]
    caution: str = ""

    @property
    def review_by(self) -> date:
        """The day from which the statement is too old to rely on (protection.md C3)."""
        months = _MONTHS[self.volatility]
        if self.harm in {"life", "status"}:
            months = min(months, _MONTHS_WHERE_HARM_IS_GREAT)
        return add_months(self._counted_from, months)

    def in_date(self, today: date) -> bool:
        """Whether the statement may still be shown as it stands."""
        return today < self.review_by

    @property
    def _counted_from(self) -> date:
        dates = [self.as_of] if self.grants else [self.as_of, self.checked_on]
        return max((day for day in dates if day), default=_NEVER_DATED)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, the 28th at the latest."""
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, min(day.day, 28))
