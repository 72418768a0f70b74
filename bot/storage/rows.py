"""What is written of one person, within the transaction of the caller."""

from sqlalchemy import delete, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.people.person import Person
from bot.people.store import Handled, PersonKey
from bot.storage.contract import day
from bot.storage.schema import message, parcel, person


async def keep_person(
    connection: AsyncConnection, who: PersonKey, handled: Handled, now: float
) -> None:
    """Keep what an update changes of a person who wrote just now."""
    if handled.forget:
        await forget(connection, who)
    if handled.person is None:
        await _see(connection, who, day(now))
    else:
        await _replace(connection, who, handled.person, day(now))
    hidden = message.c.message.in_(handled.forget_messages)
    await connection.execute(delete(message).where(message.c.who == who, hidden))
    for sent in handled.messages:
        await remember(connection, who, sent, now)


async def remember(connection: AsyncConnection, who: PersonKey, sent: int, now: float) -> None:
    """Keep the id of a message; one that is known keeps its time."""
    row = {"who": who, "message": sent, "at": now}
    await connection.execute(insert(message).values(row).on_conflict_do_nothing())


async def forget(connection: AsyncConnection, who: PersonKey) -> None:
    """Delete every row that names the person."""
    for table in (person, message, parcel):
        await connection.execute(delete(table).where(table.c.who == who))


async def _see(connection: AsyncConnection, who: PersonKey, today: int) -> None:
    # Once a day is enough: an idle time is counted in days.
    other_day = person.c.seen_on != today
    seen = update(person).where(person.c.who == who, other_day).values(seen_on=today)
    await connection.execute(seen)


async def _replace(connection: AsyncConnection, who: PersonKey, new: Person, today: int) -> None:
    if new.language is None:
        await connection.execute(delete(person).where(person.c.who == who))
        return
    row = {"language": new.language, "seen_on": today}
    chosen = insert(person).values(who=who, **row)
    await connection.execute(chosen.on_conflict_do_update(index_elements=["who"], set_=row))
