"""What every store does alike: how old is too old, and what is refused."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Self

from bot.people.store import IDLE_DAYS, MESSAGES_KEPT, UPDATES_KEPT, Handled

PARCELS_KEPT: Final = timedelta(hours=24)
"""How long a parcel waits to be sent; an answer that comes a day late helps nobody."""

_DAY: Final = 24 * 60 * 60


def day(now: float) -> int:
    """The day in UTC, counted from 1970; nothing finer is remembered of when a person wrote."""
    return int(now // _DAY)


@dataclass(frozen=True)
class Bounds:
    """What is as old as its bound, or older, is deleted. Seconds since 1970, and a day."""

    messages: float
    updates: float
    parcels: float
    idle_day: int

    @classmethod
    def at(cls, now: float) -> Self:
        """The bounds at this moment.

        A day is the finest that is known of a person, so one is forgotten 29 to 30 times 24 hours
        after the last message: what was promised is a longest time, never a shortest.
        """
        return cls(
            messages=now - MESSAGES_KEPT.total_seconds(),
            updates=now - UPDATES_KEPT.total_seconds(),
            parcels=now - PARCELS_KEPT.total_seconds(),
            idle_day=day(now) - IDLE_DAYS,
        )


def refuse_nobody(handled: Handled) -> None:
    """Raise ValueError if something of a person is to change and nobody is named.

    To leave it out in silence would make a /forget that forgets nothing.
    """
    of_a_person = handled.person, handled.forget, handled.messages, handled.forget_messages
    if handled.who is None and any(of_a_person):
        raise ValueError("A change of a person needs `who`.")
