"""How long each thing is kept, to the second."""

from bot.people import STRANGER, Person
from bot.people.store import Handled, Lane, Parcel, PersonKey
from bot.storage.contract import day

NOW = 1_800_000_000.0 - 1_800_000_000 % 86_400  # the first moment of a day
HOUR = 3600.0
DAY = 24 * HOUR
OTHER = PersonKey("07ce" * 8)


class TestExpire:
    def test_a10_message_ids_die_at_47_hours(self, run, who):
        async def story(store):
            await store.keep(Handled(1, who, messages=(1,)), NOW)
            await store.keep(Handled(2, who, messages=(2,)), NOW + 1)
            await store.expire(NOW + 47 * HOUR - 1)
            assert await store.messages(who) == (1, 2)
            await store.expire(NOW + 47 * HOUR)
            assert await store.messages(who) == (2,)

        run(story)

    def test_handled_updates_are_known_for_48_hours(self, run):
        async def story(store):
            await store.keep(Handled(1), NOW)
            await store.expire(NOW + 48 * HOUR - 1)
            assert await store.was_handled(1)
            await store.expire(NOW + 48 * HOUR)
            assert not await store.was_handled(1)

        run(story)

    def test_an_answer_that_would_come_a_day_late_is_dropped(self, run):
        async def story(store):
            await store.put(Parcel(5, "a"), NOW)
            later = await store.put(Parcel(5, "b"), NOW + 1)
            await store.expire(NOW + DAY - 1)
            assert len(await store.outbox()) == 2
            await store.expire(NOW + DAY)
            assert await store.outbox() == (later,)

        run(story)

    def test_a8_language_pseudonym_and_messages_die_after_30_idle_days(self, run, who):
        async def story(store):
            written = NOW + DAY - 1
            await store.keep(Handled(1, who, Person("my")), written)
            await store.keep(Handled(2, OTHER, Person("th")), NOW + DAY)
            news = await store.put(Parcel(5, "n", Lane.NEWS, who), NOW + 29 * DAY)
            await store.sent(news, 77, NOW + 29 * DAY)
            await store.put(Parcel(5, "n", Lane.NEWS, who), NOW + 30 * DAY - 1)
            await store.expire(NOW + 30 * DAY - 1)
            assert await store.person(who) == Person("my")
            assert await store.messages(who) == (77,)
            await store.expire(NOW + 30 * DAY)
            assert await store.person(who) == STRANGER
            assert await store.messages(who) == ()
            assert await store.outbox() == ()
            assert await store.person(OTHER) == Person("th")

        run(story)

    def test_a8_whoever_writes_is_remembered_for_30_days_more(self, run, who):
        async def story(store):
            await store.keep(Handled(1, who, Person("my")), NOW)
            await store.keep(Handled(2, who), NOW + 29 * DAY)
            await store.expire(NOW + 58 * DAY)
            assert await store.person(who) == Person("my")
            await store.expire(NOW + 59 * DAY)
            assert await store.person(who) == STRANGER

        run(story)

    def test_a8_what_sala_sends_does_not_make_a_person_seem_to_write(self, run, who):
        async def story(store):
            await store.keep(Handled(1, who, Person("my")), NOW)
            news = await store.put(Parcel(5, "n", Lane.NEWS, who), NOW + 20 * DAY)
            await store.sent(news, 1, NOW + 20 * DAY)
            await store.expire(NOW + 30 * DAY)
            assert await store.person(who) == STRANGER

        run(story)

    def test_an_update_that_comes_twice_does_not_make_a_person_seem_to_write(self, run, who):
        async def story(store):
            await store.keep(Handled(1, who, Person("my")), NOW)
            await store.keep(Handled(1, who), NOW + DAY)
            await store.expire(NOW + 30 * DAY)
            assert await store.person(who) == STRANGER

        run(story)


def test_a_day_begins_at_midnight_in_utc():
    assert day(0) == 0
    assert day(DAY - 0.001) == 0
    assert day(DAY) == 1
