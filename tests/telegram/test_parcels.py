"""What waits to be sent to Telegram, written as text and read again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import Block, Words
from bot.dialogue import Action, Button, Reply
from bot.render.telegram import Key
from bot.telegram.parcels import Delete, Send, TelegramChannel, parse

# People send lone surrogates, so every kind of character is tried.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=30)
KEYS = st.lists(st.lists(st.builds(Key, TEXTS, TEXTS, TEXTS), max_size=3).map(tuple), max_size=3)
SENDS = st.builds(Send, TEXTS, TEXTS, KEYS.map(tuple), st.none() | st.integers(1))
DELETES = st.lists(st.integers(1), max_size=5).map(lambda numbers: Delete(tuple(numbers)))
OTHERS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["send", "delete", "a"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.just("send"), inner),
)
CHANNEL = TelegramChannel(lambda action: f"https://t.me/sala_bot?start={action.verb}")


@given(SENDS | DELETES)
def test_what_is_written_is_read_again(parcel):
    assert parse(parcel.body()) == parcel


@given(OTHERS | st.tuples(st.just("send"), TEXTS, TEXTS, OTHERS, OTHERS).map(list))
def test_whatever_else_is_there_is_a_value_error(tree):
    """The store may hold parcels of another version of Sala."""
    try:
        parcel = parse(json.dumps(tree))
    except ValueError:
        return
    assert parse(parcel.body()) == parcel


@pytest.mark.parametrize(
    "body",
    [
        "",
        "no json",
        '["send", "html", "plain"]',
        '["send", "html", "plain", [[["label", "data", "url", "a fourth"]]], null]',
        '["send", "html", "plain", [["label"]], null, "more"]',
        '["send", "html", "plain", [1], null]',
        '["delete", 7]',
        '["edit", 7]',
    ],
)
def test_a_parcel_of_another_version_is_refused(body):
    with pytest.raises(ValueError, match=r".*"):
        parse(body)


def paragraphs(*texts):
    return tuple(Block((Words(text),)) for text in texts)


def test_a_reply_becomes_one_parcel_that_answers_its_message():
    buttons = ((Button("Menu", Action("menu")), Button("Open", Action("private", "card a/b"))),)
    [body] = CHANNEL.sending(Reply(paragraphs("a < b"), buttons), about=7)
    keys = ((Key("Menu", data="1 menu"), Key("Open", url="https://t.me/sala_bot?start=private")),)
    assert parse(body) == Send("a &lt; b", "a < b", keys, reply_to=7)


def test_only_the_first_of_several_messages_is_a_reply_and_only_the_last_has_buttons():
    reply = Reply(paragraphs("a" * 3000, "b" * 3000), ((Button("Menu", Action("menu")),),))
    first, last = map(parse, CHANNEL.sending(reply, about=7))
    assert (first.reply_to, last.reply_to) == (7, None)
    assert (first.keys, last.keys) == ((), ((Key("Menu", data="1 menu"),),))


@pytest.mark.parametrize(
    ("number", "sizes"), [(0, []), (1, [1]), (100, [100]), (201, [100, 100, 1])]
)
def test_a_hundred_messages_are_deleted_at_once(number, sizes):
    deletes = [parse(body) for body in CHANNEL.deleting(iter(range(1, number + 1)))]
    assert [message for each in deletes for message in each.messages] == [*range(1, number + 1)]
    assert [len(each.messages) for each in deletes] == sizes
