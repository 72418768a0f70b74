"""What every store does: the same stories for each of them."""

import asyncio

import pytest

from bot.people import STRANGER, Person
from bot.people.store import Handled, Lane, Parcel, PersonKey

NOW = 1_800_000_000.0
OTHER = PersonKey("07ce" * 8)


class TestKeep:
    def test_an_update_is_handled_once_it_was_kept(self, run):
        async def story(store):
            assert not await store.was_handled(7)
            await store.keep(Handled(7), NOW)
            assert await store.was_handled(7)
            assert not await store.was_handled(8)

        run(story)

    def test_an_update_that_was_kept_before_changes_nothing(self, run, who):
        async def story(store):
            first = await store.keep(
                Handled(7, who, Person("my"), messages=(1,), parcels=(Parcel(5, "a"),)), NOW
            )
            again = Handled(
                7, who, Person("th"), forget=True, messages=(2,), parcels=(Parcel(5, "b"),)
            )
            assert await store.keep(again, NOW) == ()
            assert await store.person(who) == Person("my")
            assert await store.messages(who) == (1,)
            assert await store.outbox() == first

        run(story)

    def test_of_tasks_that_keep_the_same_update_one_wins(self, run, who):
        async def story(store):
            tried = [
                store.keep(Handled(n % 10, who, messages=(n,), parcels=(Parcel(n, "x"),)), NOW)
                for n in range(40)
            ]
            won = [waiting for kept in await asyncio.gather(*tried) for waiting in kept]
            assert sorted(waiting.parcel.chat % 10 for waiting in won) == list(range(10))
            assert sorted(await store.outbox(), key=lambda w: w.number) == sorted(
                won, key=lambda w: w.number
            )
            assert len(await store.messages(who)) == 10

        run(story)

    def test_a_change_of_nobody_is_refused(self, run):
        async def story(store):
            for handled in (
                Handled(1, forget=True),
                Handled(1, person=Person("my")),
                Handled(1, person=STRANGER),
                Handled(1, messages=(1,)),
                Handled(1, forget_messages=(1,)),
            ):
                with pytest.raises(ValueError, match="needs `who`"):
                    await store.keep(handled, NOW)
            assert not await store.was_handled(1)

        run(story)


class TestPerson:
    def test_who_has_not_chosen_is_a_stranger(self, run, who):
        async def story(store):
            assert await store.person(who) == STRANGER
            await store.keep(Handled(1, who), NOW)
            assert await store.person(who) == STRANGER

        run(story)

    def test_a_language_is_kept_replaced_left_and_deleted(self, run, who):
        async def story(store):
            for update, change, then in (
                (1, Person("my"), Person("my")),
                (2, Person("th"), Person("th")),
                (3, None, Person("th")),
                (4, STRANGER, STRANGER),
                (5, None, STRANGER),
            ):
                await store.keep(Handled(update, who, change), NOW)
                assert await store.person(who) == then
                assert await store.person(OTHER) == STRANGER

        run(story)


class TestMessages:
    def test_the_oldest_comes_first_and_a_known_one_keeps_its_place(self, run, who):
        async def story(store):
            await store.keep(Handled(1, who, messages=(12, 11)), NOW)
            await store.keep(Handled(2, who, messages=(3, 12)), NOW + 1)
            assert await store.messages(who) == (11, 12, 3)
            assert await store.messages(OTHER) == ()

        run(story)

    def test_a_message_that_was_deleted_is_not_remembered(self, run, who):
        async def story(store):
            await store.keep(Handled(1, who, messages=(1, 2, 3)), NOW)
            await store.keep(Handled(2, OTHER, messages=(2,)), NOW)
            await store.keep(Handled(3, who, messages=(4,), forget_messages=(2, 9)), NOW)
            assert await store.messages(who) == (1, 3, 4)
            assert await store.messages(OTHER) == (2,)

        run(story)


class TestOutbox:
    def test_parcels_wait_in_the_order_in_which_they_were_put(self, run, who):
        async def story(store):
            parcels = (
                Parcel(5, "news", Lane.NEWS),
                Parcel(-100123456789, "ကူညီပါ \ud800\0", Lane.DANGER, who),
                Parcel(5, ""),
            )
            kept = await store.keep(Handled(1, parcels=parcels), NOW)
            last = await store.put(Parcel(6, "last"), NOW - 5)
            waiting = await store.outbox()
            assert waiting == (*kept, last)
            assert tuple(w.parcel for w in waiting) == (*parcels, Parcel(6, "last"))
            numbers = [w.number for w in waiting]
            assert numbers == sorted(set(numbers))

        run(story)

    def test_what_was_sent_waits_no_more_and_its_message_is_remembered(self, run, who):
        async def story(store):
            first = await store.put(Parcel(5, "a", who=who), NOW)
            unknown = await store.put(Parcel(5, "b"), NOW)
            failed = await store.put(Parcel(5, "c", who=who), NOW)
            await store.sent(first, 77, NOW)
            await store.sent(unknown, 78, NOW)
            await store.sent(failed, None, NOW)
            assert await store.outbox() == ()
            assert await store.messages(who) == (77,)

        run(story)

    def test_no_number_is_given_twice(self, run):
        async def story(store):
            first = await store.put(Parcel(5, "a"), NOW)
            await store.sent(first, None, NOW)
            second = await store.put(Parcel(5, "b"), NOW)
            assert second.number > first.number
            await store.sent(first, None, NOW)
            assert await store.outbox() == (second,)

        run(story)


class TestForget:
    @pytest.mark.parametrize("by_an_update", [True, False])
    def test_a10_nothing_of_the_person_is_left_and_everything_of_others(
        self, run, who, by_an_update
    ):
        async def story(store):
            for update, person in enumerate((who, OTHER)):
                mine = Parcel(5, "a", who=person)
                await store.keep(
                    Handled(update, person, Person("my"), messages=(1, 2), parcels=(mine,)), NOW
                )
            if by_an_update:
                await store.keep(Handled(9, who, STRANGER, forget=True), NOW)
            else:
                await store.forget(who)
            assert await store.person(who) == STRANGER
            assert await store.messages(who) == ()
            assert [w.parcel.who for w in await store.outbox()] == [OTHER]
            assert await store.person(OTHER) == Person("my")
            assert await store.messages(OTHER) == (1, 2)

        run(story)

    def test_a10_the_answer_to_forget_is_added_after_everything_was_deleted(self, run, who):
        async def story(store):
            await store.keep(Handled(1, who, Person("my"), messages=(1,)), NOW)
            answer = Parcel(5, "Done.")
            kept = await store.keep(
                Handled(2, who, STRANGER, forget=True, messages=(2,), parcels=(answer,)), NOW
            )
            assert await store.messages(who) == (2,)
            assert await store.outbox() == kept
            assert [w.parcel for w in kept] == [answer]

        run(story)

    def test_a10_an_answer_on_its_way_brings_nobody_back(self, run, who):
        async def story(store):
            on_its_way = await store.put(Parcel(5, "a", who=who), NOW)
            await store.forget(who)
            await store.sent(on_its_way, 77, NOW)
            assert await store.messages(who) == ()

        run(story)
