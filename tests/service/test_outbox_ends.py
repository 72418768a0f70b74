"""What is not sent any more, a failing disk, and a restart; in simulated time."""

import asyncio

import pytest

from bot.people import Handled, Person, PersonKey
from bot.service import StoppedError, UnreachableError

WHO = PersonKey("who")


def bodies(events):
    return [body for _, _, body in events]


async def remembered(store):
    await store.keep(Handled(1, WHO, Person("my"), messages=(5,)), 0.0)


def test_who_stopped_the_bot_is_forgotten_and_gets_nothing_more(simulated, new_post):
    async def story():
        post = new_post(a=[StoppedError("blocked")])
        await remembered(post.store)
        await post.put("a", "b", "c")
        await post.put("other", chat=2, who=PersonKey("other"))
        await post.done()
        assert await post.store.person(WHO) == Person()
        assert await post.store.messages(WHO) == ()
        return sorted(bodies(post.network.tried))

    assert simulated(story()) == ["a", "other"]


def test_what_is_nobodys_is_dropped_too_when_the_bot_was_stopped(simulated, new_post):
    async def story():
        post = new_post(a=[StoppedError("blocked")])
        await post.put("a", who=None)
        return await post.done()

    assert simulated(story()) == []


def test_who_stopped_the_bot_is_forgotten_though_the_disk_fails_for_a_while(
    simulated, new_post, failing_store
):
    async def story():
        store = failing_store(sent=2, forget=3)
        post = new_post(store, a=[StoppedError("blocked")])
        await remembered(store)
        await post.put("a")
        await post.outbox.drained()
        await asyncio.sleep(60)
        await post.outbox.drained()
        return await store.person(WHO), await store.messages(WHO), await store.outbox()

    assert simulated(story()) == (Person(), (), ())


@pytest.mark.parametrize("failures", [1, 4, 12])
def test_a_disk_that_fails_for_a_while_makes_nothing_be_sent_twice(
    simulated, new_post, failing_store, failures
):
    async def story():
        post = new_post(failing_store(sent=failures))
        await post.put("a", "b")
        await post.put("other", chat=2)
        await post.done()
        assert len(await post.store.messages(WHO)) == 3
        return post.network.tried

    tried = simulated(story())
    assert sorted(bodies(tried)) == ["a", "b", "other"]
    assert tried[1] == (0.25, 2, "other")


def test_what_waited_is_sent_after_a_restart(simulated, new_post):
    async def story():
        before = new_post(a=[60.0])
        await before.put("a", "b", "c")
        await asyncio.sleep(1)
        await before.outbox.close()
        assert before.network.taken == []
        assert bodies((0, 0, each.parcel.body) for each in await before.store.outbox()) == [*"abc"]
        after = new_post(before.store)
        assert await after.outbox.resume() == 3
        assert after.outbox.waiting == 3
        return bodies(await after.done())

    assert simulated(story()) == ["a", "b", "c"]


def test_what_was_sent_before_a_restart_is_not_sent_again(simulated, new_post):
    async def story():
        before = new_post(b=[60.0])
        await before.put("a", "b")
        await asyncio.sleep(1)
        await before.outbox.close()
        after = new_post(before.store)
        await after.outbox.resume()
        return bodies(await after.done())

    assert simulated(story()) == ["b"]


def test_nothing_more_of_what_was_cleared_is_sent(simulated, new_post):
    """What is just being sent is waited for, so that its number is known."""

    async def story():
        post = new_post(a=[3.0])
        await post.put("a", "b", "c")
        await post.put("other", chat=2, who=None)
        await asyncio.sleep(0.1)
        await post.outbox.clear(1)
        assert await post.store.messages(WHO) == (102,)
        await post.put("later")
        await post.outbox.drained()
        assert post.outbox.waiting == 0
        return bodies(post.network.taken)

    assert simulated(story()) == ["other", "a", "later"]


def test_clearing_waits_five_seconds_and_no_longer(simulated, new_post):
    async def story():
        post = new_post(a=[3600.0])
        await post.put("a", "b")
        await asyncio.sleep(1)
        before = post.network.clock()
        await post.outbox.clear(1)
        waited = post.network.clock() - before
        await post.outbox.drained()
        return waited, bodies(post.network.tried)

    assert simulated(story()) == (5.0, ["a"])


def test_what_was_cleared_between_two_tries_is_not_tried_again(simulated, new_post):
    async def story():
        post = new_post(a=[UnreachableError("TimedOut")] * 3)
        await post.put("a")
        await asyncio.sleep(0.1)
        await post.outbox.clear(1)
        await post.outbox.drained()
        return bodies(post.network.tried)

    assert simulated(story()) == ["a"]


def test_a_chat_that_was_cleared_at_once_still_gets_what_comes_later(simulated, new_post):
    async def story():
        post = new_post()
        await post.put("a")
        await post.outbox.clear(1)
        await post.put("later")
        await asyncio.sleep(10)
        return bodies(post.network.taken)

    assert simulated(story()) == ["later"]
