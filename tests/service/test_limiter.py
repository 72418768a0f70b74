"""When the next message may go out, over hours of simulated time."""

import asyncio
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.people import Lane
from bot.service import Limiter

START = 1000.0
BURSTS = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.01, 0.4, 0.99, 1.0, 2.5]),
        st.integers(1, 45),
        st.sampled_from([1, 2, 45]),
        st.sampled_from([Lane.DANGER, Lane.REPLY, Lane.REPLY, Lane.REPLY, Lane.NEWS]),
    ),
    min_size=1,
    max_size=8,
)


@dataclass(frozen=True)
class Sent:
    at: float
    chat: int
    lane: Lane


class Sending:
    """A limiter in simulated time, and when each message was allowed."""

    def __init__(self):
        clock = asyncio.get_running_loop().time
        self.limiter = Limiter(clock)
        self.sent = []
        self._clock = clock

    async def one(self, chat, lane=Lane.REPLY):
        await self.limiter.turn(chat, lane)
        self.sent.append(Sent(self._clock() - START, chat, lane))

    async def all(self, *messages):
        await asyncio.gather(*(self.one(chat, lane) for chat, lane in messages))
        return self.sent


def sent_of(simulated, *messages, frozen=()):
    async def story():
        sending = Sending()
        for chat, seconds in frozen:
            sending.limiter.freeze(chat, seconds)
        return await sending.all(*messages)

    return simulated(story())


async def bursts_sent(bursts):
    sending = Sending()
    async with asyncio.TaskGroup() as group:
        for gap, number, chats, lane in bursts:
            await asyncio.sleep(gap)
            for each in range(number):
                group.create_task(sending.one(each % chats, lane))
    return sending.sent


def within(sent, number, seconds):
    """What was sent in the window that ends with the message of this number, itself included."""
    return [each for each in sent[: number + 1] if each.at > sent[number].at - seconds]


@settings(max_examples=40, deadline=None)
@given(BURSTS)
def test_never_more_than_thirty_in_a_second_and_three_in_three_seconds_in_a_chat(simulated, bursts):
    """Every message that is not danger finds room, with all danger before it counted."""
    sent = simulated(bursts_sent(bursts))
    assert len(sent) == sum(number for _, number, _, _ in bursts)
    for number, each in enumerate(sent):
        if each.lane != Lane.DANGER:
            assert len(within(sent, number, 1.0)) <= 30
            in_chat = [before for before in within(sent, number, 3.0) if before.chat == each.chat]
            assert len(in_chat) <= 3


def test_thirty_go_at_once_and_the_rest_a_second_later(simulated):
    sent = sent_of(simulated, *((chat, Lane.REPLY) for chat in range(60)))
    assert [round(each.at, 2) for each in sent] == [0.0] * 30 + [1.01] * 30


def test_three_go_at_once_into_a_chat_and_three_more_after_three_seconds(simulated):
    sent = sent_of(simulated, *[(7, Lane.REPLY)] * 7)
    assert [round(each.at, 2) for each in sent] == [0.0] * 3 + [3.05] * 3 + [6.1]


def test_danger_waits_for_nothing_and_is_counted(simulated):
    dangers = [(chat % 2, Lane.DANGER) for chat in range(40)]
    sent = sent_of(simulated, *dangers, (1, Lane.REPLY), (99, Lane.REPLY))
    assert {each.at for each in sent if each.lane == Lane.DANGER} == {0.0}
    late = {each.chat: round(each.at, 2) for each in sent if each.lane == Lane.REPLY}
    assert late == {1: 3.05, 99: 1.01}


def test_one_chat_that_is_told_to_wait_leaves_the_others_alone(simulated):
    messages = [(1, Lane.REPLY), (1, Lane.DANGER), (2, Lane.REPLY)]
    sent = sent_of(simulated, *messages, frozen=[(1, 20)])
    assert [(each.chat, each.at) for each in sent] == [(2, 0.0), (1, 20.0), (1, 20.0)]


def test_a_reply_that_waits_for_its_own_chat_does_not_hold_up_the_news(simulated):
    sent = sent_of(simulated, (1, Lane.REPLY), (2, Lane.NEWS), frozen=[(1, 3600)])
    assert [(each.chat, each.at) for each in sent] == [(2, 0.0), (1, 3600.0)]


@pytest.mark.parametrize(("frozen", "at"), [(2, 0.0), (3, 10.0), (5, 30.0)])
def test_several_chats_that_are_told_to_wait_mean_everybody(simulated, frozen, at):
    """As soon as fewer than three wait, the others go on."""
    told = [(chat, 10.0 * (chat + 1)) for chat in range(frozen)]
    [sent] = sent_of(simulated, (99, Lane.REPLY), frozen=told)
    assert sent.at == at


def test_danger_in_another_chat_does_not_wait_even_then(simulated):
    told = [(chat, 10.0) for chat in range(5)]
    [sent] = sent_of(simulated, (99, Lane.DANGER), frozen=told)
    assert sent.at == 0.0


def test_news_wait_until_no_reply_waits(simulated):
    replies = [(chat, Lane.REPLY) for chat in range(100)]
    sent = sent_of(simulated, *((1000 + chat, Lane.NEWS) for chat in range(5)), *replies)
    assert len(sent) == 105
    # The news that came before any reply found the way free; what comes beside replies waits.
    late = sent_of(simulated, *replies, *((1000 + chat, Lane.NEWS) for chat in range(5)))
    assert [each.lane for each in late] == [Lane.REPLY] * 100 + [Lane.NEWS] * 5


def test_news_leave_a_third_for_replies(simulated):
    news = [(chat, Lane.NEWS) for chat in range(25)]
    sent = sent_of(simulated, *news, *((1000 + chat, Lane.REPLY) for chat in range(10)))
    at_once = [each.lane for each in sent if each.at == 0.0]
    assert at_once.count(Lane.NEWS) == 20
    assert at_once.count(Lane.REPLY) == 10


def test_whoever_gives_up_waiting_no_longer_holds_up_the_news(simulated):
    async def story():
        sending = Sending()
        sending.limiter.freeze(1, 1000)
        waiting = asyncio.create_task(sending.one(1))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return await sending.all((2, Lane.NEWS))

    assert [(each.at, each.chat) for each in simulated(story())] == [(0.0, 2)]


def test_a_thousand_quiet_chats_are_tidied_away_and_change_nothing(simulated):
    async def story():
        sending = Sending()
        for chat in range(1010):
            await sending.one(chat, Lane.DANGER)
        await asyncio.sleep(4)
        for _ in range(4):
            await sending.one(5)
        return sending

    sending = simulated(story())
    assert [round(each.at, 2) for each in sending.sent[-4:]] == [4.0, 4.0, 4.0, 7.05]
    assert len(sending.limiter._chats) < 10
