"""The organisation that runs this Sala and answers for it (protection.md C1)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

SPOKEN_TO_WITHIN: Final = timedelta(days=92)
"""For so long one call to the partner holds: three months."""


@dataclass(frozen=True)
class Partner:
    """Whom people are sent to first. `contact` is a phone or a LINE name, as it is shown."""

    name: str
    contact: str
    hours: str
    languages: tuple[str, ...]
    provinces: tuple[str, ...]
    spoken_on: date
    spoken_by: str

    def holds(self, today: date) -> bool:
        """Whether somebody has spoken with them recently enough."""
        return self.spoken_on <= today <= self.spoken_on + SPOKEN_TO_WITHIN
