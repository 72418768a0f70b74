"""One update, from its channel to the outbox, with the real dialogue."""

import asyncio
from concurrent.futures import Executor, Future
from dataclasses import replace

import pytest

from bot.content import Words
from bot.dialogue import Action, Called, Message, Start, Tap
from bot.people import Lane, Person, PersonKey
from bot.service import Incoming, Limiter, Outbox, Service
from bot.storage import MemoryStore, StorageError

NOW = 1_800_000_000.0
USER, CHAT = 4711, 4712
WHO = PersonKey("who-4711")


class AtOnce(Executor):
    """Runs what it is given in the caller's thread."""

    def submit(self, function, /, *arguments):
        future = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as error:  # noqa: BLE001  # handed on to who awaits it
            future.set_exception(error)
        return future


class WordsChannel:
    """Writes a reply as its words."""

    def sending(self, reply, about):
        words = " ".join(
            span.text for block in reply.blocks for span in block.spans if isinstance(span, Words)
        )
        yield f"{about}: {words}"

    def deleting(self, messages):
        numbers = " ".join(map(str, messages))
        return [f"delete {numbers}"] if numbers else []


class Kept:
    """An outbox that keeps what it is given."""

    def __init__(self):
        self.waiting = []

    def add(self, waiting):
        self.waiting += waiting

    async def clear(self, chat):
        self.waiting = [each for each in self.waiting if each.parcel.chat != chat]

    @property
    def parcels(self):
        return [each.parcel for each in self.waiting]


class Desk:
    """A service with its store and outbox; `handle` numbers the updates."""

    def __init__(self, world, outbox=None, store=None):
        self.store = store or MemoryStore()
        self.outbox = outbox or Kept()
        self.service = Service(
            store=self.store,
            outbox=self.outbox,
            channel=WordsChannel(),
            world=lambda: world,
            quick_world=lambda: world,
            key_of=lambda user: PersonKey(f"who-{user}"),
            executor=AtOnce(),
            clock=lambda: NOW,
        )
        self.updates = 0

    async def handle(self, *events, **about):
        self.updates += 1
        incoming = Incoming(self.updates, USER, CHAT, events, **about)
        before = await self.store.outbox()
        await self.service.handle(incoming)
        return [each.parcel for each in await self.store.outbox() if each not in before]


@pytest.fixture
def told(world):
    """Runs a story at a desk in the real world."""
    return lambda story: asyncio.run(story(Desk(world)))


def everything(store):
    return repr(vars(store))


def test_a_question_is_answered_to_its_message_and_only_numbers_are_kept(told):
    async def story(desk):
        [parcel] = await desk.handle(Message("my boss does not pay"), message=7, about=7)
        assert parcel.body.startswith("7: Wages not paid")
        assert (parcel.chat, parcel.lane, parcel.who) == (CHAT, Lane.REPLY, WHO)
        assert await desk.store.messages(WHO) == (7,)
        assert "my boss" not in everything(desk.store)
        [parcel] = await desk.handle(Message("i want to die"), message=8, about=8)
        assert parcel.lane == Lane.DANGER

    told(story)


def test_a_language_that_was_chosen_is_kept(told, world):
    async def story(desk):
        await desk.handle(Tap(Action("language", "my")))
        assert await desk.store.person(WHO) == Person("my")
        [parcel] = await desk.handle(Message("/help", "en"), message=8)
        assert world.catalogues["my"].say("/menu: danger and all topics") in parcel.body

    told(story)


def test_several_events_of_one_update_are_answered_in_order(told):
    async def story(desk):
        parcels = await desk.handle(Message("/help"), Message("my boss does not pay"), message=7)
        assert ["Write what you want" in parcels[0].body, "Wages" in parcels[1].body] == [True] * 2

    told(story)


def test_hide_deletes_exactly_the_answer_and_the_question(told):
    async def story(desk):
        for number in (7, 8, 9, 10):
            await desk.handle(Message("hello"), message=number)
        parcels = await desk.handle(Tap(Action("hide")), hides=(9, 8))
        assert [each.body for each in parcels if each.body.startswith("delete")] == ["delete 9 8"]
        assert parcels[0].lane == Lane.DANGER
        assert len(parcels) == 2
        assert await desk.store.messages(WHO) == (7, 10)

    told(story)


def test_a10_forget_leaves_nothing_of_the_person_and_its_answer_is_nobodys(told):
    async def story(desk):
        await desk.handle(Tap(Action("language", "my")))
        for number in (7, 8):
            [parcel] = await desk.handle(Message("hello"), message=number)
            await desk.store.sent(desk.outbox.waiting[-1], 100 + number, NOW)
        parcels = await desk.handle(Message("/forget"), message=9)
        assert parcels[0].body == "delete 7 8 107 108 9"
        assert [each.who for each in parcels] == [None, None]
        for each in desk.outbox.waiting:
            await desk.store.sent(each, 200 + each.number, NOW)
        assert WHO not in everything(desk.store)
        assert await desk.store.messages(WHO) == ()
        assert await desk.store.outbox() == ()
        assert parcel.who == WHO

    told(story)


def test_a10_what_waits_is_never_sent_after_forget_and_what_is_on_its_way_is_deleted(
    world, simulated
):
    async def story():
        store, sent = MemoryStore(), []

        async def deliver(parcel):
            await asyncio.sleep(1)
            sent.append(parcel.body)
            return 100 + len(sent)

        outbox = Outbox(store, deliver, Limiter(asyncio.get_running_loop().time))
        desk = Desk(world, outbox, store)
        await desk.handle(Message("hello"), message=7)
        await asyncio.sleep(0.5)
        await desk.handle(Message("my boss does not pay"), message=8)
        await desk.handle(Message("/forget"), message=9)
        await outbox.drained()
        return sent

    on_its_way, deleted, done = simulated(story())
    assert "Sala" in on_its_way
    assert set(deleted.split()) == {"delete", "7", "8", "9", "101"}
    assert "Done." in done


def test_an_update_that_comes_twice_is_handled_once(told):
    async def story(desk):
        update = Incoming(1, USER, CHAT, (Message("hello"),), message=7)
        await asyncio.gather(desk.service.handle(update), desk.service.handle(update))
        await desk.service.handle(update)
        assert len(desk.outbox.parcels) == 1

    told(story)


def test_who_blocked_the_bot_is_forgotten(told):
    async def story(desk):
        await desk.handle(Tap(Action("language", "my")))
        await desk.handle(Message("hello"), message=7)
        await desk.handle(gone=True)
        assert desk.outbox.parcels == []
        assert WHO not in everything(desk.store)

    told(story)


class Broken:
    def search(self, *_arguments):
        raise ZeroDivisionError("my boss does not pay")


def test_a_dialogue_that_raises_is_answered_with_the_menu(world, capsys):
    async def story():
        desk = Desk(replace(world, engine=Broken()))
        [parcel] = await desk.handle(Message("my boss does not pay"), message=7)
        return parcel.body

    assert "or choose:" in asyncio.run(story())
    assert "dialogue_failed" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["my boss does not pay", "i want to die", "/forget", ""])
def test_in_groups_nothing_is_remembered(told, text):
    async def story(desk):
        [parcel] = await desk.handle(Called(text), message=None, about=7, private=False)
        assert parcel.who is None
        assert parcel.body == "None: Others can read here. Ask me alone:"
        assert str(USER) not in everything(desk.store)
        assert desk.store._people == {}
        assert desk.store._messages == {}

    told(story)


class FullDisk(MemoryStore):
    async def keep(self, *_arguments):
        raise StorageError("The disk is full.")


def test_what_cannot_be_kept_is_not_sent_either(world):
    async def story():
        desk = Desk(world, store=FullDisk())
        with pytest.raises(StorageError):
            await desk.handle(Start())
        assert desk.outbox.parcels == []
        assert not await desk.store.was_handled(1)

    asyncio.run(story())
