"""A loop whose clock leaps to the next timer, and an outbox with a scripted network in it."""

import asyncio
import selectors
from collections import defaultdict

import pytest

from bot.people import Lane, Parcel, PersonKey
from bot.service import Limiter, Outbox
from bot.storage import MemoryStore, StorageError

WHO = PersonKey("who")
START = 1000.0


class Leaping(selectors.DefaultSelector):
    """Instead of waiting for a timer it moves the clock there."""

    now = START

    def select(self, timeout=None):
        assert timeout is not None, "nothing will ever happen again"
        self.now += timeout
        return super().select(0)


class SimulatedLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.leaping = Leaping()
        super().__init__(self.leaping)

    def time(self):
        return self.leaping.now


@pytest.fixture(scope="session")
def simulated():
    """Runs a coroutine in simulated time; `asyncio.get_running_loop().time` is its clock."""

    def run(story):
        with asyncio.Runner(loop_factory=SimulatedLoop) as runner:
            return runner.run(story)

    return run


class Network:
    """Takes parcels; `script` says what becomes of a body: seconds to take, errors to raise."""

    def __init__(self, **script):
        self.clock = asyncio.get_running_loop().time
        self.script = defaultdict(list, script)
        self.tried, self.taken, self.busy, self.busiest = [], [], 0, 0

    async def deliver(self, parcel):
        self.tried.append((round(self.clock() - START, 2), parcel.chat, parcel.body))
        self.busy += 1
        self.busiest = max(self.busy, self.busiest)
        try:
            while self.script[parcel.body]:
                match self.script[parcel.body].pop(0):
                    case Exception() as error:
                        raise error
                    case seconds:
                        await asyncio.sleep(seconds)
        finally:
            self.busy -= 1
        self.taken.append((round(self.clock() - START, 2), parcel.chat, parcel.body))
        return 100 + len(self.taken)


class FailingStore(MemoryStore):
    """A store whose disk fails so many times in `sent` or `forget`."""

    def __init__(self, **failures):
        super().__init__()
        self.failures = failures

    async def sent(self, *about):
        self._fail("sent")
        await super().sent(*about)

    async def forget(self, who):
        self._fail("forget")
        await super().forget(who)

    def _fail(self, method):
        left = self.failures.get(method, 0)
        self.failures[method] = left - 1
        if left > 0:
            raise StorageError("The disk is full.")


class Post:
    """An outbox with its store and network."""

    def __init__(self, store=None, **script):
        self.store = store or MemoryStore()
        self.network = Network(**script)
        limiter = Limiter(self.network.clock)
        self.outbox = Outbox(self.store, self.network.deliver, limiter, self.network.clock)

    async def put(self, *bodies, chat=1, lane=Lane.REPLY, who=WHO):
        for body in bodies:
            self.outbox.add([await self.store.put(Parcel(chat, body, lane, who), START)])

    async def done(self):
        await self.outbox.drained()
        assert self.outbox.waiting == 0
        assert await self.store.outbox() == ()
        return self.network.taken


@pytest.fixture
def new_post():
    """`Post(store, **script)`, to be made within simulated time."""
    return Post


@pytest.fixture
def failing_store():
    return FailingStore
