"""What the engine says of a message."""

from dataclasses import dataclass
from typing import Final, Literal

from bot.content import CardId, DangerKind, IntentName

Outcome = Literal["answer", "choose", "none"]

RANKED: Final = 5
"""Cards that a decision names at most."""
CHOICES: Final = 3
"""Cards that a person is asked to choose from at most."""


@dataclass(frozen=True)
class Hit:
    """A card and how certain it is, from 0 to 1.

    Of the first card it is the probability that it is a right one; of a later one it is not learned
    by itself, and only never more than of the one before.
    """

    card: CardId
    score: float


@dataclass(frozen=True)
class Spoke:
    """The line that spoke most for a card in one channel, and how near it is, from 0 to 1."""

    line: str
    nearness: float


@dataclass(frozen=True)
class Evidence:
    """Why a card stands where it does; `by_letters` and `by_meaning` in log-odds."""

    letters: Spoke
    meaning: Spoke | None
    by_letters: float
    by_meaning: float


@dataclass(frozen=True)
class Decision:
    """Whether to answer, to let the person choose or to say that Sala does not know; and danger."""

    outcome: Outcome
    hits: tuple[Hit, ...]
    danger: DangerKind | None
    danger_because: str
    urgent: bool
    intent: IntentName | None
    language: str | None
    evidence: tuple[Evidence, ...] = ()

    @property
    def choices(self) -> tuple[CardId, ...]:
        """The two or three cards to choose from; empty unless the outcome is `choose`."""
        if self.outcome != "choose":
            return ()
        return tuple(hit.card for hit in self.hits[:CHOICES])
