"""A store that is gone when the program ends: for the terminal, the preview and tests."""

from dataclasses import dataclass

from bot.people.person import STRANGER, Person
from bot.people.store import Handled, Parcel, PersonKey, Store, Waiting
from bot.storage.contract import Bounds, day, refuse_nobody


@dataclass(frozen=True)
class _Seen:
    person: Person
    day: int


class MemoryStore(Store):
    """A store in memory. No method waits for anything, so each is one transaction."""

    def __init__(self) -> None:
        self._people: dict[PersonKey, _Seen] = {}
        self._messages: dict[PersonKey, dict[int, float]] = {}
        self._handled: dict[int, float] = {}
        self._outbox: dict[int, tuple[Parcel, float]] = {}
        self._last_number = 0

    async def was_handled(self, update: int) -> bool:
        """Whether this update was handled before, as far as this process goes."""
        return update in self._handled

    async def person(self, who: PersonKey) -> Person:
        """What is remembered; a stranger when nothing is."""
        seen = self._people.get(who)
        return seen.person if seen else STRANGER

    async def messages(self, who: PersonKey) -> tuple[int, ...]:
        """Ids of the messages that are still remembered, the oldest first."""
        ids = self._messages.get(who, {})
        return tuple(sorted(ids, key=lambda message: (ids[message], message)))

    async def keep(self, handled: Handled, now: float) -> tuple[Waiting, ...]:
        """Keep it all, and give the parcels their numbers. Of an update kept before: nothing."""
        refuse_nobody(handled)
        if handled.update in self._handled:
            return ()
        self._handled[handled.update] = now
        if handled.who is not None:
            self._keep_person(handled.who, handled, now)
        return tuple(self._put(parcel, now) for parcel in handled.parcels)

    async def put(self, parcel: Parcel, now: float) -> Waiting:
        """Put one parcel into the outbox that answers no update."""
        return self._put(parcel, now)

    async def outbox(self) -> tuple[Waiting, ...]:
        """What still waits to be sent, the oldest first."""
        return tuple(Waiting(number, parcel) for number, (parcel, _) in self._outbox.items())

    async def sent(self, waiting: Waiting, message: int | None, now: float) -> None:
        """Take a parcel out and remember its message, unless it was forgotten meanwhile."""
        parcel, _ = self._outbox.pop(waiting.number, (None, now))
        if parcel and parcel.who is not None and message is not None:
            self._remember(parcel.who, message, now)

    async def forget(self, who: PersonKey) -> None:
        """Delete everything of a person."""
        self._forget(who)

    async def expire(self, now: float) -> None:
        """Delete what is too old."""
        bounds = Bounds.at(now)
        for who in [who for who, seen in self._people.items() if seen.day <= bounds.idle_day]:
            self._forget(who)
        self._handled = {u: at for u, at in self._handled.items() if at > bounds.updates}
        self._outbox = {n: put for n, put in self._outbox.items() if put[1] > bounds.parcels}
        for who, ids in list(self._messages.items()):
            self._messages[who] = {m: at for m, at in ids.items() if at > bounds.messages}

    async def close(self) -> None:
        """Nothing is left to write."""

    def _keep_person(self, who: PersonKey, handled: Handled, now: float) -> None:
        if handled.forget:
            self._forget(who)
        person = handled.person or (self._people[who].person if who in self._people else STRANGER)
        if person.language is None:
            self._people.pop(who, None)
        else:
            self._people[who] = _Seen(person, day(now))
        for message in handled.forget_messages:
            self._messages.get(who, {}).pop(message, None)
        for message in handled.messages:
            self._remember(who, message, now)

    def _remember(self, who: PersonKey, message: int, now: float) -> None:
        self._messages.setdefault(who, {}).setdefault(message, now)

    def _put(self, parcel: Parcel, now: float) -> Waiting:
        self._last_number += 1
        self._outbox[self._last_number] = (parcel, now)
        return Waiting(self._last_number, parcel)

    def _forget(self, who: PersonKey) -> None:
        self._people.pop(who, None)
        self._messages.pop(who, None)
        self._outbox = {n: put for n, put in self._outbox.items() if put[0].who != who}
