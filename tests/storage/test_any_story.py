"""Whatever happens in whatever order: both stores remember the same."""

import asyncio
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.people import Person
from bot.people.store import Handled, Lane, Parcel, PersonKey, Waiting
from bot.storage import MemoryStore
from bot.storage.sqlite import open_store

PEOPLE = [PersonKey("a" * 32), PersonKey("b" * 32)]
people = st.sampled_from(PEOPLE)
ids = st.integers(1, 6)
some_ids = st.lists(ids, max_size=2).map(tuple)
parcels = st.builds(
    Parcel, st.integers(-(2**52), 2**52), st.text(), st.sampled_from(Lane), st.none() | people
)
updates = st.builds(
    Handled,
    st.integers(1, 9),
    people,
    st.none() | st.sampled_from([Person(), Person("my"), Person("th")]),
    st.booleans(),
    some_ids,
    some_ids,
    st.lists(parcels, max_size=2).map(tuple),
)


class BothStores(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.loop = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.now = 1.8e9
        self.memory = MemoryStore()
        path = Path(self.folder.name) / "sala.db"
        self.sqlite = self.loop.run(open_store(path, bytes(32)))

    def both(self, ask):
        first, second = (self.loop.run(ask(store)) for store in (self.memory, self.sqlite))
        assert first == second
        return first

    @rule(hours=st.sampled_from([0.5, 23, 24, 47, 24 * 29]))
    def time_passes(self, hours):
        self.now += hours * 3600

    @rule(handled=updates)
    def keep(self, handled):
        self.both(lambda store: store.keep(handled, self.now))

    @rule(parcel=parcels)
    def put(self, parcel):
        self.both(lambda store: store.put(parcel, self.now))

    @rule(number=ids, message=st.none() | ids, parcel=parcels)
    def sent(self, number, message, parcel):
        self.both(lambda store: store.sent(Waiting(number, parcel), message, self.now))

    @rule(who=people)
    def forget(self, who):
        self.both(lambda store: store.forget(who))

    @rule()
    def expire(self):
        self.both(lambda store: store.expire(self.now))

    @invariant()
    def the_same_is_remembered(self):
        self.both(lambda store: store.outbox())
        self.both(lambda store: store.was_handled(1))
        for who in PEOPLE:
            self.both(lambda store, who=who: store.person(who))
            self.both(lambda store, who=who: store.messages(who))

    def teardown(self):
        self.loop.run(self.sqlite.close())
        self.loop.close()
        self.folder.cleanup()


TestBothStores = BothStores.TestCase
TestBothStores.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
