"""What may be kept between two messages, and nothing else: the interface of every storage."""

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import Final, NewType, Protocol

from bot.people.person import Person

PersonKey = NewType("PersonKey", str)
"""A keyed pseudonym: the same person always has the same; only who holds the key can try it out."""

IDLE_DAYS: Final = 30
"""A person who has not written for so many days is forgotten."""
MESSAGES_KEPT: Final = timedelta(hours=47)
"""How long message ids are kept for /forget; expiry runs every ten minutes, so never 48 hours."""
UPDATES_KEPT: Final = timedelta(hours=48)
"""How long handled updates are remembered; Telegram brings none back after 24 hours."""


class Lane(IntEnum):
    """Who goes first where sending is rationed; danger is not rationed at all."""

    DANGER = 0
    REPLY = 1
    NEWS = 2


@dataclass(frozen=True)
class Parcel:
    """One thing to be sent to one chat: `body` is the channel's own text, sealed at rest.

    `who` is None where even the storage may not know whom it belongs to (the answer to /forget).
    """

    chat: int
    body: str
    lane: Lane = Lane.REPLY
    who: PersonKey | None = None


@dataclass(frozen=True)
class Waiting:
    """A parcel in the outbox. Numbers grow in the order in which parcels were put in."""

    number: int
    parcel: Parcel


@dataclass(frozen=True)
class Handled:
    """Everything that handling one update changes, kept in one transaction or not at all.

    `person` None leaves the person as it is; a Person without a language deletes it. `messages`
    are ids to remember for /forget; `forget` deletes all rows of `who` before anything is added.
    """

    update: int
    who: PersonKey | None = None
    person: Person | None = None
    forget: bool = False
    messages: tuple[int, ...] = ()
    forget_messages: tuple[int, ...] = ()
    parcels: tuple[Parcel, ...] = ()


class Store(Protocol):
    """Where people, handled updates and the outbox are kept. `now` is in seconds since 1970."""

    async def was_handled(self, update: int) -> bool:
        """Whether this update was handled before, also before a restart."""

    async def person(self, who: PersonKey) -> Person:
        """What is remembered; a stranger when nothing is."""

    async def messages(self, who: PersonKey) -> tuple[int, ...]:
        """Ids of the messages of both sides that are still remembered, the oldest first."""

    async def keep(self, handled: Handled, now: float) -> tuple[Waiting, ...]:
        """Keep it all, and give the parcels their numbers. Of an update kept before: nothing."""

    async def put(self, parcel: Parcel, now: float) -> Waiting:
        """Put one parcel into the outbox that answers no update."""

    async def outbox(self) -> tuple[Waiting, ...]:
        """What still waits to be sent, the oldest first."""

    async def sent(self, waiting: Waiting, message: int | None, now: float) -> None:
        """Take a parcel out, and remember the id of its message for /forget if `who` is known."""

    async def forget(self, who: PersonKey) -> None:
        """Delete every row of a person, also from write-ahead files and freed pages."""

    async def expire(self, now: float) -> None:
        """Delete what is too old, also from write-ahead files and freed pages."""

    async def close(self) -> None:
        """Finish writing; nothing may be asked afterwards."""
