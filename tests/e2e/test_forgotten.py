"""What is left of a person on the disk, in the log and on the screen."""

import sqlite3
from contextlib import closing

import pytest

from bot.storage import pseudonym, read_or_create_key

WORDS = "my boss did not pay me for two month and took my pasport"


def rows(program) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(program.folder / "data" / "sala.db")) as database:
        names = [
            n for (n,) in database.execute("select name from sqlite_master where type='table'")
        ]
        return {name: database.execute(f"select * from {name}").fetchall() for name in names}  # noqa: S608


def files(program) -> bytes:
    """Every byte of the database and of what lies beside it."""
    return b"".join(path.read_bytes() for path in (program.folder / "data").iterdir())


def of(program, chat) -> str:
    key, _ = read_or_create_key(program.folder / "secret" / "key")
    return pseudonym(key, "telegram", chat.user["id"])


def talk(program, api):
    program.start()
    chat = api.private_chat(first_name="Nandar", language_code="my")
    chat.says("/start")
    chat.taps(chat.wait_for(1)[-1], "မြန်မာ")
    chat.wait_for(2)
    chat.says(WORDS)
    chat.wait_for(3)
    chat.says("i want to die")
    chat.wait_for(4)
    return chat


@pytest.mark.slow
def test_a8_only_a_pseudonym_a_language_and_numbers_are_kept(program, api):
    chat = talk(program, api)
    program.stop()
    found = rows(program)
    assert [row[:2] for row in found["person"]] == [(of(program, chat), "my")]
    assert len(found["message"]) == 7
    assert found["parcel"] == []
    kept = files(program)
    for secret in (WORDS, "Nandar", "die", str(chat.id), "1669"):
        assert secret.encode() not in kept


@pytest.mark.slow
def test_a9_the_log_tells_nothing_about_anybody(program, api):
    chat = talk(program, api)
    program.stop()
    log = program.log_text()
    for secret in (WORDS, "pasport", "Nandar", str(chat.id), of(program, chat), api.token, "my-"):
        assert secret not in log
    names = {name for event in program.events() for name in event}
    assert names <= {
        *("event", "level", "timestamp", "milliseconds", "waiting_in_outbox", "file", "mend"),
    }


@pytest.mark.slow
def test_a10_forget_leaves_nothing_on_disk_and_only_one_line_on_the_screen(program, api):
    chat = talk(program, api)
    chat.says("/forget")
    chat.wait_for(5)
    program.stop()
    who = of(program, chat)
    assert all(who not in row for table in rows(program).values() for row in table)
    assert rows(program)["parcel"] == []
    assert who.encode() not in files(program)
    assert bytes.fromhex(who) not in files(program)
    assert [message.text for message in chat.messages] == [chat.answers[-1].text]


@pytest.mark.slow
def test_a8_after_thirty_idle_days_nothing_is_left(program, api):
    chat = talk(program, api)
    program.stop()
    with closing(sqlite3.connect(program.folder / "data" / "sala.db")) as database:
        database.execute("update person set seen_on = seen_on - 30")
        database.commit()
    program.start()
    other = api.private_chat()
    other.says("/start")
    other.wait_for(1)
    program.stop()
    who = of(program, chat)
    assert all(who not in row for table in rows(program).values() for row in table)
    assert who.encode() not in files(program)
