"""Everything that is sent: its order, and what the network may answer; in simulated time."""

from itertools import pairwise

from bot.people import Lane
from bot.service import LaterError, MovedError, RefusedError, UnreachableError


def bodies(events):
    return [body for _, _, body in events]


def test_a_chat_gets_its_messages_in_order(simulated, new_post):
    async def story():
        post = new_post(a=[2.0], c=[0.5])
        await post.put("a", "b", "c", "d")
        return bodies(await post.done())

    assert simulated(story()) == ["a", "b", "c", "d"]


def test_ids_of_messages_are_kept_for_forget(simulated, new_post):
    async def story():
        post = new_post()
        await post.put("a", "b")
        await post.put("nobody's", who=None)
        await post.done()
        return await post.store.messages("who")

    assert simulated(story()) == (101, 102)


def test_one_message_at_a_time_is_between_network_and_store(simulated, new_post):
    """A crash then doubles one answer at most."""

    async def story():
        post = new_post(a=[0.1], b=[0.1], c=[0.1])
        for chat, body in enumerate("abc"):
            await post.put(body, chat=chat)
        await post.done()
        return post.network

    network = simulated(story())
    assert network.busiest == 1
    assert [at for at, _, _ in network.tried] == [0.0, 0.1, 0.2]


def test_a_delivery_that_hangs_holds_the_others_for_a_quarter_of_a_second(simulated, new_post):
    async def story():
        post = new_post(hangs=[60.0])
        await post.put("hangs", "behind")
        await post.put("other", chat=2)
        await post.put("third", chat=3)
        return await post.done()

    taken = simulated(story())
    assert sorted(taken[:2]) == [(0.25, 2, "other"), (0.25, 3, "third")]
    assert taken[2:] == [(60.0, 1, "hangs"), (60.0, 1, "behind")]


def test_danger_overtakes_whatever_waits_in_its_own_chat(simulated, new_post):
    async def story():
        post = new_post(a=[60.0])
        await post.put("a", "b", "c", "d")
        await post.put("danger", lane=Lane.DANGER)
        return await post.done()

    assert simulated(story())[0] == (0.25, 1, "danger")


def test_told_to_wait_it_waits_and_the_order_stays(simulated, new_post):
    async def story():
        post = new_post(a=[LaterError(7)])
        await post.put("a", "b")
        await post.put("other", chat=2)
        return await post.done()

    assert simulated(story()) == [(0.0, 2, "other"), (7.0, 1, "a"), (7.0, 1, "b")]


def test_unreachable_is_tried_again_ever_more_slowly(simulated, new_post):
    async def story():
        post = new_post(a=[UnreachableError("TimedOut")] * 9)
        await post.put("a", "b")
        await post.done()
        return post.network.tried

    tried = simulated(story())
    times = [at for at, _, body in tried if body == "a"]
    pauses = [round(after - before, 2) for before, after in pairwise(times)]
    assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]
    assert bodies(tried)[-1] == "b"


def test_refused_is_dropped_and_the_next_goes_out(simulated, new_post):
    async def story():
        post = new_post(a=[RefusedError("message is too long")])
        await post.put("a", "b")
        return bodies(await post.done()), bodies(post.network.tried)

    assert simulated(story()) == (["b"], ["a", "b"])


def test_a_chat_that_has_moved_is_followed(simulated, new_post):
    async def story():
        post = new_post(a=[MovedError(-100)])
        await post.put("a", "b", chat=-1)
        await post.done()
        return [(chat, body) for _, chat, body in post.network.tried]

    assert simulated(story()) == [(-1, "a"), (-100, "a"), (-100, "b")]
