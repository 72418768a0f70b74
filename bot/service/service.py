"""One update, from its channel to the outbox."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from datetime import datetime
from time import time
from typing import Final

import structlog

from bot.dialogue import Action, Event, Reply, Tap, World, turn
from bot.people import (
    STRANGER,
    Change,
    Forget,
    Handled,
    Hide,
    Lane,
    Parcel,
    Person,
    PersonKey,
    Store,
    applied,
)
from bot.service.incoming import Channel, Incoming
from bot.service.outbox import Outbox

_MANY: Final = 3
"""As many messages at once are answered by meaning: two threads are at work and one waits."""

log = structlog.get_logger()


class Service:
    """Handles updates: everything that one of them changes is kept at once, or not at all."""

    def __init__(  # noqa: PLR0913  # each part is given once, in app
        self,
        *,
        store: Store,
        outbox: Outbox,
        channel: Channel,
        world: Callable[[], World],
        quick_world: Callable[[], World],
        key_of: Callable[[int], PersonKey],
        executor: Executor,
        clock: Callable[[], float] = time,
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._channel = channel
        self._world = world
        self._quick_world = quick_world
        self._handling = 0
        self._key_of = key_of
        self._executor = executor
        self._clock = clock

    async def handle(self, incoming: Incoming) -> None:
        """Puts the answers to an update into the outbox; does nothing if that was done before.

        Raises StorageError when the disk fails; then nothing of the update is kept.
        """
        self._handling += 1
        try:
            await self._handle(incoming)
        finally:
            self._handling -= 1

    async def _handle(self, incoming: Incoming) -> None:
        if await self._store.was_handled(incoming.update):
            return
        who = self._key_of(incoming.user) if incoming.private else None
        if incoming.gone:
            await self._outbox.clear(incoming.chat)
            gone = Handled(incoming.update, who, forget=True)
            await self._store.keep(gone, self._clock())
            return
        person = await self._store.person(who) if who else STRANGER
        replies, changes = await self._turns(incoming.events, person)
        handled = await self._handled(incoming, who, person, replies, changes)
        self._outbox.add(await self._store.keep(handled, self._clock()))

    async def _turns(
        self, events: tuple[Event, ...], person: Person
    ) -> tuple[list[Reply], list[Change]]:
        loop = asyncio.get_running_loop()
        replies: list[Reply] = []
        changes: list[Change] = []
        for event in events:
            # When many wait, an answer by letters now is better than one by meaning in a minute.
            world = self._quick_world() if self._handling > _MANY else self._world()
            result = await loop.run_in_executor(self._executor, self._turn, event, person, world)
            replies += result[0]
            changes += result[1]
        return replies, changes

    def _turn(self, event: Event, person: Person, world: World) -> tuple[list[Reply], list[Change]]:
        """The turn; the menu if the dialogue fails, for a person is waiting (A1)."""
        today = datetime.fromtimestamp(self._clock()).astimezone().date()
        try:
            result = turn(event, person, world, today)
        except Exception:
            log.exception("dialogue_failed")
            result = turn(Tap(Action("menu")), person, world, today)
        return list(result.replies), list(result.changes)

    async def _handled(
        self,
        incoming: Incoming,
        who: PersonKey | None,
        person: Person,
        replies: list[Reply],
        changes: list[Change],
    ) -> Handled:
        """What is to be kept. The answer to /forget is nobody's, so that no trace of it stays."""
        after, deletes = person, []
        forget = Forget() in changes
        for change in changes:
            after = applied(after, change)
        if forget and who:
            await self._outbox.clear(incoming.chat)
            kept = await self._store.messages(who)
            own = (incoming.message,) if incoming.message else ()
            deletes = list(dict.fromkeys((*kept, *own)))
        elif Hide() in changes:
            deletes = list(incoming.hides)
        owner = None if forget else who
        parcels = [
            Parcel(incoming.chat, body, Lane.DANGER, owner)
            for body in self._channel.deleting(deletes)
        ]
        parcels += self._answers(incoming, owner, replies)
        return Handled(
            update=incoming.update,
            who=who,
            person=after if after != person and not forget else None,
            forget=forget,
            messages=(incoming.message,) if incoming.message and who and not forget else (),
            forget_messages=tuple(deletes) if who and not forget else (),
            parcels=tuple(parcels),
        )

    def _answers(
        self, incoming: Incoming, owner: PersonKey | None, replies: list[Reply]
    ) -> Iterator[Parcel]:
        for reply in replies:
            about = incoming.about if reply.to_message and incoming.private else None
            lane = Lane.DANGER if reply.urgent else Lane.REPLY
            for body in self._channel.sending(reply, about):
                yield Parcel(incoming.chat, body, lane, owner)
