"""Everything that is sent goes through here: one queue per chat, one limiter for all."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from time import time
from typing import Final

import structlog

from bot.errors import SalaError
from bot.people import Lane, Parcel, Store, Waiting
from bot.service.delivery import (
    Delivery,
    LaterError,
    MovedError,
    RefusedError,
    StoppedError,
    UnreachableError,
)
from bot.service.ledger import Ledger
from bot.service.limiter import Limiter

_LAST_DELIVERY: Final = 5.0
_FIRST_RETRY: Final = 0.5
_LAST_RETRY: Final = 30.0

log = structlog.get_logger()


class Outbox:
    """Sends parcels in order within a chat; chats do not wait for each other.

    A parcel leaves the store only when the network has taken it. So a crash can double an answer,
    but never lose one.
    """

    def __init__(
        self,
        store: Store,
        deliver: Delivery,
        limiter: Limiter | None = None,
        clock: Callable[[], float] = time,
    ) -> None:
        self._store = store
        self._deliver = deliver
        self._limiter = limiter or Limiter()
        self._clock = clock
        self._queues: dict[tuple[int, bool], deque[Waiting]] = defaultdict(deque)
        self._workers: dict[tuple[int, bool], asyncio.Task[None]] = {}
        self._ledger = Ledger()
        self._moved: dict[int, int] = {}
        self._delivering: set[tuple[int, bool]] = set()

    @property
    def waiting(self) -> int:
        """How many parcels are still to be sent."""
        return sum(map(len, self._queues.values()))

    async def resume(self) -> int:
        """Take up what waited when the program stopped; gives how much."""
        waiting = await self._store.outbox()
        self.add(waiting)
        return len(waiting)

    def add(self, waiting: Iterable[Waiting]) -> None:
        """Send these, which the store has already kept."""
        for each in waiting:
            # What is said in danger does not even wait for the same chat's other answers.
            key = (each.parcel.chat, each.parcel.lane == Lane.DANGER)
            self._queues[key].append(each)
            working = self._workers.get(key)
            if working is None or working.done():
                task = self._workers[key] = asyncio.create_task(self._work(key))
                task.add_done_callback(lambda done, key=key: self._ended(key, done))  # type: ignore[misc]

    async def clear(self, chat: int) -> None:
        """Send nothing more of what waits for this chat; what is just being sent is waited for.

        So whoever is forgotten afterwards is forgotten with every message.
        """
        keys = ((chat, False), (chat, True))
        rest = [each for key in keys for each in self._queues.get(key, ())]
        for key in keys:
            if key in self._queues:
                self._queues[key].clear()
        for key in keys:
            task = self._workers.get(key)
            if task:
                if key not in self._delivering:
                    task.cancel()
                await asyncio.wait([task], timeout=_LAST_DELIVERY)
        for each in rest:
            # Twice for what was sent meanwhile, which does no harm; its number is kept.
            await self._take_out(each, None)

    async def drained(self) -> None:
        """Return when nothing waits."""
        while self._workers:
            await asyncio.gather(*self._workers.values(), return_exceptions=True)

    async def close(self) -> None:
        """Stop sending; what waits stays in the store for the next start."""
        for task in list(self._workers.values()):
            task.cancel()
        await asyncio.gather(*self._workers.values(), return_exceptions=True)

    async def _work(self, key: tuple[int, bool]) -> None:
        queue = self._queues[key]
        while queue:
            waiting = queue[0]
            await self._send(waiting, key)
            if queue and queue[0] is waiting:
                queue.popleft()

    def _ended(self, key: tuple[int, bool], task: asyncio.Task[None]) -> None:
        if self._workers.get(key) is task:
            del self._workers[key]
            if not self._queues.get(key):
                self._queues.pop(key, None)

    async def _send(self, waiting: Waiting, key: tuple[int, bool]) -> None:
        """Until the parcel is out of the store: sent, refused for good, or unwanted."""
        pause = _FIRST_RETRY
        while True:
            parcel = self._addressed(waiting.parcel)
            await self._limiter.turn(parcel.chat, parcel.lane)
            try:
                async with self._ledger.entry():
                    await self._deliver_once(waiting, parcel, key)
            except LaterError as later:
                self._limiter.freeze(parcel.chat, later.seconds)
                log.warning("told_to_wait", seconds=later.seconds)
            except MovedError as moved:
                self._moved[parcel.chat] = moved.chat
            except UnreachableError as error:
                log.warning("not_delivered_yet", reason=str(error), next_try_seconds=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LAST_RETRY)
            except RefusedError as error:
                log.error("refused", reason=str(error))  # noqa: TRY400  # no traces in logs
                return await self._take_out(waiting, None)
            except StoppedError:
                log.info("person_stopped_the_bot")
                return await self._give_up(waiting)
            else:
                return None

    async def _deliver_once(self, waiting: Waiting, parcel: Parcel, key: tuple[int, bool]) -> None:
        self._delivering.add(key)
        try:
            message = await self._deliver(parcel)
            await self._take_out(waiting, message)
        finally:
            self._delivering.discard(key)

    def _addressed(self, parcel: Parcel) -> Parcel:
        chat = parcel.chat
        while chat in self._moved:
            chat = self._moved[chat]
        return replace(parcel, chat=chat)

    async def _take_out(self, waiting: Waiting, message: int | None) -> None:
        """What was sent must not be sent again, however long the disk takes."""
        await _until_kept(lambda: self._store.sent(waiting, message, self._clock()))

    async def _give_up(self, waiting: Waiting) -> None:
        """Nobody reads this chat any more: nothing waits for it and nothing is remembered."""
        chat = waiting.parcel.chat
        queues = [self._queues[key] for key in ((chat, False), (chat, True)) if key in self._queues]
        rest = [each for queue in queues for each in queue]
        for queue in queues:
            queue.clear()
        for each in rest:
            await self._take_out(each, None)
        who = waiting.parcel.who
        if who:
            await _until_kept(lambda: self._store.forget(who))


async def _until_kept(write: Callable[[], Awaitable[None]]) -> None:
    """Try until the disk has it."""
    pause = _FIRST_RETRY
    while True:
        try:
            return await write()
        except SalaError as error:
            log.error("store_failed", reason=type(error).__name__)  # noqa: TRY400  # no traces
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LAST_RETRY)
