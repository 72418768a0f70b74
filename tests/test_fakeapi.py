"""The fake Bot API is to be trusted: the real library reads all of it, and it refuses as Telegram.

What other tests show of the bot, they show against this fake; so it is tested itself.
"""

import asyncio
import json
import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from threading import Timer
from urllib.parse import urlencode

import pytest
from fakeapi import (
    Bad,
    Conflict,
    DropAfter,
    DropBefore,
    FakeBotApi,
    Forbidden,
    Garbage,
    HangBefore,
    ServerError,
    Slow,
    TooMany,
    Unauthorized,
    faults,
)
from fakeapi.chat import ATTACHMENTS
from fakeapi.faults import Fault
from fakeapi.html import parse
from fakeapi.methods import Methods
from telegram import (
    Bot,
    BotCommand,
    BotDescription,
    BotName,
    BotShortDescription,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
    TelegramObject,
    Update,
    User,
    error,
)
from telegram.constants import ChatMemberStatus, MessageAttachmentType
from telegram.request import HTTPXRequest

START = 1_800_000_000
TWO_DAYS = 48 * 3600


@pytest.fixture
def api():
    with FakeBotApi() as api:
        yield api


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch):
    """The library's present way to tell seconds; the old one warns."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


def bot_of(api, token=None, read_timeout=5.0):
    # Reading the certificates takes longer than all requests of a test.
    ways = [
        HTTPXRequest(read_timeout=read_timeout, httpx_kwargs={"verify": False}) for _ in range(2)
    ]
    return Bot(token or api.token, f"{api.url}/bot", request=ways[0], get_updates_request=ways[1])


def asked(api, ask, **options):
    """What the library makes of the answer to `ask(bot)`."""

    async def all_of_it():
        bot = bot_of(api, **options)
        for way in bot._request:
            await way.initialize()
        try:
            return await ask(bot)
        finally:
            for way in bot._request:
                await way.shutdown()

    return asyncio.run(all_of_it())


def updates(api, **parameters):
    return asked(api, lambda bot: bot.get_updates(**parameters))


def numbers(api, **parameters):
    return [update.update_id for update in updates(api, **parameters)]


def keys(*data):
    return InlineKeyboardMarkup.from_column(
        [InlineKeyboardButton(f"key {each}", callback_data=each) for each in data]
    )


def objects(value) -> Iterator[TelegramObject]:
    """All parsed objects in a result, at any depth."""
    if isinstance(value, TelegramObject):
        yield value
        for kind in type(value).__mro__:
            for name in getattr(kind, "__slots__", ()):
                if name not in {"_bot", "_id_attrs", "api_kwargs"}:
                    yield from objects(getattr(value, name, None))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from objects(each)
    elif isinstance(value, dict):
        yield from objects(list(value.values()))


def left_over(value):
    return [(type(each).__name__, dict(each.api_kwargs)) for each in objects(value)
            if each.api_kwargs]  # fmt: skip


# Every answer is read by the library.


async def _sent(bot, chat):
    reply = ReplyParameters(1)
    html = '<b>x</b> <a href="https://a.example/?a=1&amp;b=2">y</a> <code>1</code>'
    return await bot.send_message(
        chat.id, html, parse_mode="HTML", reply_markup=keys("1 a", "1 b"), reply_parameters=reply
    )


async def _edited(bot, chat):
    message = await bot.send_message(chat.id, "x", reply_markup=keys("1 a"))
    return await bot.edit_message_text("<i>y</i>", chat.id, message.message_id, parse_mode="HTML")


async def _deleted(bot, chat):
    return await bot.delete_message(chat.id, (await bot.send_message(chat.id, "x")).message_id)


async def _tapped(bot, chat):
    message = await bot.send_message(chat.id, "x", reply_markup=keys("1 a"))
    chat.taps(chat.answers[-1], "key")
    update = (await bot.get_updates())[-1]
    assert update.callback_query.message.message_id == message.message_id
    return await bot.answer_callback_query(update.callback_query.id)


async def _commands(bot, _chat):
    await bot.set_my_commands([("menu", "Menu")], language_code="my")
    return await bot.get_my_commands(language_code="my")


ANSWERS = {
    "getMe": (User, lambda bot, _: bot.get_me()),
    "deleteWebhook": (bool, lambda bot, _: bot.delete_webhook(drop_pending_updates=False)),
    "getUpdates": (tuple, lambda bot, _: bot.get_updates()),
    "sendMessage": (Message, _sent),
    "editMessageText": (Message, _edited),
    "deleteMessage": (bool, _deleted),
    "deleteMessages": (bool, lambda bot, chat: bot.delete_messages(chat.id, [1, 77])),
    "answerCallbackQuery": (bool, _tapped),
    "setMyName": (bool, lambda bot, _: bot.set_my_name("Sala")),
    "getMyName": (BotName, lambda bot, _: bot.get_my_name("th")),
    "setMyDescription": (bool, lambda bot, _: bot.set_my_description("x" * 512)),
    "getMyDescription": (BotDescription, lambda bot, _: bot.get_my_description()),
    "setMyShortDescription": (bool, lambda bot, _: bot.set_my_short_description("x" * 120)),
    "getMyShortDescription": (BotShortDescription, lambda bot, _: bot.get_my_short_description()),
    "setMyCommands": (bool, lambda bot, _: bot.set_my_commands([BotCommand("menu", "Menu")])),
    "getMyCommands": (tuple, _commands),
}


def test_no_method_is_forgotten_here():
    assert set(ANSWERS) == {name for name in dir(Methods) if name[0] != "_"}


@pytest.mark.parametrize("method", ANSWERS)
def test_the_library_understands_every_answer_wholly(api, method):
    chat = api.private_chat()
    chat.says("hello")
    kind, ask = ANSWERS[method]
    result = asked(api, lambda bot: ask(bot, chat))
    assert isinstance(result, kind)
    assert result is not False
    assert left_over(result) == []
    assert {call.status for call in api.calls_of(method)} == {200}


def test_a_message_comes_back_as_it_was_sent(api):
    chat = api.private_chat()
    chat.says("hello")
    message = asked(api, lambda bot: _sent(bot, chat))
    assert message.text == "x y 1"
    assert [(each.type, each.offset, each.length) for each in message.entities] == [
        ("bold", 0, 1), ("text_link", 2, 1), ("code", 4, 1),
    ]  # fmt: skip
    assert message.entities[1].url == "https://a.example/?a=1&b=2"
    assert message.reply_to_message.text == "hello"
    assert message.reply_markup.inline_keyboard[1][0].callback_data == "1 b"
    [kept] = chat.answers
    assert (kept.id, kept.reply_to) == (message.message_id, 1)
    assert kept.buttons == ((("key 1 a", "1 a"),), (("key 1 b", "1 b"),))


def test_what_an_edit_does_not_give_again_is_gone(api):
    chat = api.private_chat()
    message = asked(api, lambda bot: _edited(bot, chat))
    assert (message.text, message.reply_markup) == ("y", None)
    assert message.edit_date
    assert [each.type for each in message.entities] == ["italic"]
    plain = asked(api, lambda bot: bot.edit_message_text("y", chat.id, message.message_id))
    assert plain.entities == ()
    assert chat.answers[0].buttons == ()


@pytest.mark.parametrize("words", ["007", "12", "true", "[1]", '{"a": 1}', "၁၂၃"])
def test_words_that_look_like_something_else_stay_words(api, words):
    chat = api.private_chat()
    message = asked(api, lambda bot: bot.send_message(chat.id, words))
    assert message.text == chat.answers[0].text == chat.answers[0].html == words


def test_the_profile_is_kept_by_language(api):
    async def ask(bot):
        await bot.set_my_name("Sala")
        await bot.set_my_description("eins", "de")
        await bot.set_my_short_description("12")
        await bot.set_my_commands([("menu", "Menu")])
        return (
            (await bot.get_my_name()).name,
            (await bot.get_my_description("de")).description,
            (await bot.get_my_description()).description,
            (await bot.get_my_short_description()).short_description,
            [each.command for each in await bot.get_my_commands()],
            await bot.get_my_commands(language_code="de"),
        )

    assert asked(api, ask) == ("Sala", "eins", "", "12", ["menu"], ())


# Every update is read by the library.


def everything_a_person_does(api):
    chat, group = api.private_chat(language_code=None), api.group()
    chat.says("/start code")
    chat.says("hello", reply_to=1)
    chat.edits(2, "hello!")
    group.says("@sala_test_bot hello")
    chat.sends(photo=True, caption="see")
    sent = asked(
        api, lambda bot: bot.send_message(chat.id, "x", reply_markup=keys("1 a"),
                                          reply_parameters=ReplyParameters(1)),
    )  # fmt: skip
    chat.taps(chat.answers[-1], (0, 0))
    chat.taps_old("1 b")
    chat.sends(text="so", reply_to=sent.message_id)
    chat.blocks_bot()
    chat.unblocks_bot()


def test_the_library_understands_every_update_wholly(api):
    everything_a_person_does(api)
    got = updates(api)
    assert left_over(got) == []
    assert [update.update_id for update in got] == list(range(1000, 1010))
    start, reply, edit, group, photo, tap, old, answer, blocked, unblocked = got
    assert start.message.entities[0].length == len("/start")
    assert start.effective_user.language_code is None
    assert reply.message.reply_to_message.text == "/start code"
    assert (edit.edited_message.message_id, edit.edited_message.text) == (2, "hello!")
    assert group.effective_chat.type == "supergroup"
    assert group.effective_user.language_code == "en"
    assert (photo.message.caption, photo.message.text) == ("see", None)
    assert (tap.callback_query.data, tap.callback_query.message.text) == ("1 a", "x")
    assert tap.callback_query.message.reply_to_message.text == "/start code"
    assert not old.callback_query.message.is_accessible
    assert answer.message.reply_to_message.from_user.is_bot
    states = [each.my_chat_member.new_chat_member.status for each in (blocked, unblocked)]
    assert states == [ChatMemberStatus.BANNED, ChatMemberStatus.MEMBER]


def test_every_attachment_is_one_to_the_library(api):
    chat = api.private_chat()
    for kind in ATTACHMENTS:
        chat.sends(**{kind: True})
    got = dict(zip(ATTACHMENTS, updates(api), strict=True))
    assert left_over(list(got.values())) == []
    for kind, update in got.items():
        assert isinstance(update, Update)
        assert getattr(update.message, kind), kind
        assert update.message.effective_attachment, kind
        assert update.message.text is None
    assert got["animation"].message.document
    assert got["venue"].message.location
    # The others come of payments, which nobody makes here.
    payments = {"invoice", "passport_data", "paid_media", "successful_payment"}
    assert {kind.value for kind in MessageAttachmentType} == payments | set(ATTACHMENTS)


# getUpdates.


def test_only_a_higher_offset_confirms(api):
    chat = api.private_chat()
    first, second, third = (chat.says(text) for text in "abc")
    assert numbers(api) == numbers(api) == [first, second, third]
    assert numbers(api, offset=first) == [first, second, third]
    assert api.confirmed == 0
    assert numbers(api, offset=second) == [second, third]
    assert api.confirmed == first
    assert numbers(api) == [second, third], "what is confirmed is gone, also without an offset"
    assert numbers(api, offset=first) == [second, third], "and is not brought back"
    assert numbers(api, offset=third + 1) == []
    assert (api.confirmed, api.pending) == (third, [])


def test_a_negative_offset_forgets_all_but_the_last(api):
    chat = api.private_chat()
    *_, third = (chat.says(text) for text in "abc")
    assert numbers(api, offset=-1) == [third]
    assert numbers(api) == [third]


def test_the_limit_leaves_the_rest_for_later(api):
    chat = api.private_chat()
    pushed = [chat.says(str(number)) for number in range(105)]
    assert numbers(api, limit=2) == pushed[:2]
    assert numbers(api, offset=pushed[2], limit=2) == pushed[2:4]
    assert numbers(api, limit=0) == pushed[2:3]
    assert numbers(api) == numbers(api, limit=1000) == pushed[2:102]


def test_kinds_that_were_not_asked_for_do_not_come(api):
    chat = api.private_chat()
    chat.says("a")
    changed = chat.blocks_bot()
    assert numbers(api, allowed_updates=["my_chat_member"]) == [changed]
    chat.says("b")
    assert numbers(api) == [changed], "the kinds are remembered"


def test_a_long_poll_ends_when_its_time_is_over(api):
    began = time.monotonic()
    assert numbers(api, timeout=1) == []
    assert 0.95 <= time.monotonic() - began < 1.5


def test_a_long_poll_wakes_at_once(api):
    chat = api.private_chat()
    pushed = []

    def push():
        pushed.append(time.monotonic())
        chat.says("a")

    Timer(0.5, push).start()
    [update] = updates(api, timeout=10)
    assert time.monotonic() - pushed[0] < 0.3
    assert update.message.text == "a"


def request(api, method, **parameters):
    """A request as bytes, for a client that ends in the middle."""
    body = urlencode(parameters).encode()
    head = f"POST /bot{api.token}/{method} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    return head.encode() + body


def connected(api):
    return socket.create_connection(("127.0.0.1", int(api.url.rpartition(":")[2])), timeout=5)


def test_a_killed_client_swallows_nothing(api):
    chat = api.private_chat()
    with connected(api) as waiting:
        waiting.sendall(request(api, "getUpdates", timeout=10))
        until_called(api, "getUpdates", 1)
    pushed = [chat.says("a")]
    with connected(api) as reading:
        reading.sendall(request(api, "getUpdates", timeout=10))
        assert b"200" in reading.recv(20)
    pushed.append(chat.says("b"))
    assert numbers(api, timeout=1) == pushed


def until_called(api, method, times):
    until = time.monotonic() + 5
    while len(api.calls_of(method)) < times:
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_second_poller_ends_the_first(api):
    chat = api.private_chat()

    async def ask(bot):
        async with bot_of(api) as other:
            first = asyncio.create_task(bot.get_updates(timeout=10))
            await asyncio.to_thread(until_called, api, "getUpdates", 1)
            second = asyncio.create_task(other.get_updates(timeout=10))
            with pytest.raises(error.Conflict, match="terminated by other getUpdates request"):
                await first
            assert not second.done()
            number = chat.says("a")
            assert [update.update_id for update in await second] == [number]

    asked(api, ask)
    assert [call.status for call in api.calls_of("getUpdates")] == [409, 200]


# Faults, as the library sees them.

WAY_GONE = "httpx.(RemoteProtocolError|ReadError)"
FAULTS = [
    (TooMany(7), error.RetryAfter, "Retry in 0:00:07"),
    (Forbidden(), error.Forbidden, "Forbidden: bot was blocked by the user"),
    (Forbidden("user is deactivated"), error.Forbidden, "user is deactivated"),
    (Bad(), error.BadRequest, "Something is wrong"),
    (Bad("chat not found"), error.BadRequest, "Chat not found"),
    (ServerError(500), error.NetworkError, "Internal Server Error"),
    (ServerError(502), error.NetworkError, "Bad Gateway"),
    (Unauthorized(), error.InvalidToken, "Unauthorized"),
    (Conflict(), error.Conflict, "Conflict: terminated"),
    (Slow(0.5), error.TimedOut, "Timed out"),
    (HangBefore(0.5), error.TimedOut, "Timed out"),
    (HangBefore(0.05), error.NetworkError, WAY_GONE),
    (DropBefore(), error.NetworkError, WAY_GONE),
    (DropAfter(), error.NetworkError, WAY_GONE),
    (Garbage(), error.TelegramError, "Invalid server response"),
]
DONE = (Slow, DropAfter)
"""Faults that come after the work is done."""


def test_no_fault_is_forgotten_here():
    every = {kind for kind in vars(faults).values() if isinstance(kind, type)}
    assert {type(fault) for fault, *_ in FAULTS} == {
        kind for kind in every if issubclass(kind, Fault) and kind is not Fault
    }


@pytest.mark.parametrize(("fault", "kind", "words"), FAULTS, ids=lambda each: str(each)[:24])
def test_a_fault_is_what_the_library_takes_it_for(api, fault, kind, words):
    chat = api.private_chat()
    api.script("sendMessage", fault)

    async def ask(bot):
        with pytest.raises(kind, match=words) as raised:
            await bot.send_message(chat.id, "a")
        await bot.send_message(chat.id, "b")
        return raised.value

    raised = asked(api, ask, read_timeout=0.25)
    assert type(raised) is kind
    if isinstance(raised, error.RetryAfter):
        assert raised.retry_after == timedelta(seconds=7)
    texts = [message.text for message in chat.answers]
    assert texts == (["a", "b"] if isinstance(fault, DONE) else ["b"])


def test_a_slow_answer_that_is_waited_for_is_an_answer(api):
    api.script("getMe", Slow(0.3))
    assert asked(api, lambda bot: bot.get_me()).username == api.username


def test_a_fault_meets_its_method_and_chat_so_many_times(api):
    one, other = api.private_chat(), api.private_chat()
    api.script("sendMessage", Bad(), times=2, chat=one.id)
    api.script("*", Forbidden(), chat=other.id)

    async def ask(bot):
        for kind, chat in ((error.BadRequest, one), (error.Forbidden, other)):
            with pytest.raises(kind):
                await bot.send_message(chat.id, "a")
        await bot.get_me()
        await bot.send_message(other.id, "b")
        with pytest.raises(error.BadRequest):
            await bot.send_message(one.id, "a")
        await bot.send_message(one.id, "b")

    asked(api, ask)
    assert [message.text for message in one.answers + other.answers] == ["b", "b"]
    statuses = [call.status for call in api.calls_of("sendMessage")]
    assert statuses == [400, 403, 200, 400, 200]


# What Telegram refuses.


def refused(api, ask, kind=error.BadRequest):
    with pytest.raises(kind) as raised:
        asked(api, ask)
    return str(raised.value).casefold()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("x" * 4096, True),
        ("x" * 4097, False),
        ("😀" * 2048, True),
        ("😀" * 2048 + "x", False),
        ("<b>" + "x" * 4096 + "</b>", True),
        ("&lt;" * 4096, True),
    ],
    ids=["letters", "one more", "emoji count two", "emoji and one", "tags free", "entities one"],
)
def test_the_longest_message(api, text, taken):
    chat = api.private_chat()

    def ask(bot):
        return bot.send_message(chat.id, text, parse_mode="HTML")

    if taken:
        assert asked(api, ask).text
    else:
        assert refused(api, ask) == "message is too long"
        assert chat.answers == []


@pytest.mark.parametrize("text", [" ", "\n", "<b></b>", "<i> </i>"])
def test_an_empty_message(api, text):
    chat = api.private_chat()
    words = refused(api, lambda bot: bot.send_message(chat.id, text, parse_mode="HTML"))
    assert words == "message text is empty"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<b>a", 'can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", "unexpected end tag at byte offset 7"),
        ("é<p>a</p>", 'unsupported start tag "p" at byte offset 2'),
        ("a<br/>", 'unsupported start tag "br" at byte offset 1'),
        ("a < b", "unsupported start tag"),
        ("1 > 0 <", "unsupported start tag"),
    ],
)
def test_bad_html(api, html, words):
    chat = api.private_chat()

    def ask(bot):
        return bot.send_message(chat.id, html, parse_mode="HTML")

    said = refused(api, ask)
    assert said.startswith("can't parse entities: ")
    assert words in said
    assert asked(api, lambda bot: bot.send_message(chat.id, html)).text == html


def test_html_that_telegram_takes():
    text, entities = parse("<b>a<i>b</i></b> &lt;&amp;&#65;&#x42;&#xd800;&x; <a>c</a><code></code>")
    assert text == "ab <&AB&#xd800;&x; c"
    assert [(each["type"], each["offset"], each["length"]) for each in entities] == [
        ("bold", 0, 2), ("italic", 1, 1),
    ]  # fmt: skip


def test_button_data(api):
    chat = api.private_chat()

    def ask(data):
        return lambda bot: bot.send_message(chat.id, "a", reply_markup=keys(data))

    assert asked(api, ask("x" * 64))
    assert refused(api, ask("x" * 65)) == "button_data_invalid"
    assert refused(api, ask("ထ" * 22)) == "button_data_invalid", "bytes are counted, not letters"


def test_a_reply_to_a_message_that_is_gone(api):
    chat = api.private_chat()
    chat.says("a")

    async def ask(bot, **options):
        return await bot.send_message(chat.id, "b", reply_parameters=ReplyParameters(1, **options))

    assert asked(api, ask).reply_to_message.text == "a"
    asked(api, lambda bot: bot.delete_message(chat.id, 1))
    assert refused(api, ask) == "message to be replied not found"
    sent = asked(api, lambda bot: ask(bot, allow_sending_without_reply=True))
    assert sent.reply_to_message is None
    assert [message.reply_to for message in chat.answers] == [1, None]


def test_a_tap_is_answered_once(api):
    chat = api.private_chat()
    chat.taps_old("1 a")
    [update] = updates(api)

    def ask(bot):
        return bot.answer_callback_query(update.callback_query.id)

    assert asked(api, ask) is True
    words = "query is too old and response timeout expired or query id is invalid"
    assert refused(api, ask) == words
    assert refused(api, lambda bot: bot.answer_callback_query("none")) == words


def test_only_young_messages_can_be_deleted():
    now = [START]
    with FakeBotApi(now=lambda: now[0]) as api:
        chat = api.private_chat()
        for text in "abc":
            chat.says(text)
        now[0] += TWO_DAYS - 1
        assert asked(api, lambda bot: bot.delete_message(chat.id, 1))
        assert refused(api, lambda bot: bot.delete_message(chat.id, 1)) == (
            "message to delete not found"
        )
        chat.says("d")
        now[0] += 1
        words = "message can't be deleted for everyone"
        assert refused(api, lambda bot: bot.delete_message(chat.id, 2)) == words
        assert refused(api, lambda bot: bot.delete_messages(chat.id, [2, 4])) == words
        assert [message.text for message in chat.messages] == ["b", "c", "d"]
        assert asked(api, lambda bot: bot.delete_messages(chat.id, [1, 4, 99]))
        assert [message.text for message in chat.messages] == ["b", "c"]
        words = refused(api, lambda bot: bot.delete_messages(chat.id, range(2, 103)))
        assert words == "too many message identifiers specified"


def test_an_edit_that_changes_nothing_or_what_is_not_the_bots(api):
    chat = api.private_chat()
    chat.says("a")

    async def ask(bot):
        message = await bot.send_message(chat.id, "b")
        with pytest.raises(error.BadRequest, match="not modified"):
            await bot.edit_message_text("b", chat.id, message.message_id)
        await bot.edit_message_text("b", chat.id, message.message_id, reply_markup=keys("1 a"))
        await bot.edit_message_text("<b>b</b>", chat.id, message.message_id, parse_mode="HTML")
        with pytest.raises(error.BadRequest, match="to edit not found"):
            await bot.edit_message_text("b", chat.id, 1)

    asked(api, ask)


@pytest.mark.parametrize(
    "ask",
    [
        lambda bot, rest: bot.set_my_description("x" * 512 + rest),
        lambda bot, rest: bot.set_my_short_description("x" * 120 + rest),
        lambda bot, rest: bot.set_my_name("x" * 64 + rest),
        lambda bot, rest: bot.set_my_commands([("menu", "x" * 256 + rest)]),
        lambda bot, rest: bot.set_my_commands([("x" * 32 + rest, "Menu")]),
        lambda bot, rest: bot.set_my_name("Sala", f"my{rest}"),
    ],
    ids=["description", "short description", "name", "command's words", "command", "language"],
)
def test_a_profile_that_is_too_long(api, ask):
    assert asked(api, lambda bot: ask(bot, "")) is True
    refused(api, lambda bot: ask(bot, "x"))


def test_chats_that_cannot_be_written_to(api):
    blocked, moved = api.private_chat(), api.group()
    blocked.blocks_bot()
    moved.migrated_to = -1009

    def ask(chat):
        return lambda bot: bot.send_message(chat, "a")

    assert refused(api, ask(1)) == "chat not found"
    words = refused(api, ask(blocked.id), error.Forbidden)
    assert words == "forbidden: bot was blocked by the user"
    refused(api, ask(moved.id), error.ChatMigrated)
    blocked.unblocks_bot()
    assert asked(api, ask(blocked.id))


def test_a_token_or_a_method_that_telegram_does_not_know(api):
    with pytest.raises(error.InvalidToken):
        asked(api, lambda bot: bot.get_me(), token="1:" + "x" * 35)

    async def ask(bot):
        await bot.initialize()
        with pytest.raises(error.EndPointNotFound):
            await bot.do_api_request("getTheMoon")
        return await bot.do_api_request("getme")

    assert asked(api, ask)["username"] == api.username


def test_json_is_taken_too(api):
    chat = api.private_chat()
    body = json.dumps({"chat_id": chat.id, "text": "a"}).encode()
    with connected(api) as client:
        head = f"POST /bot{api.token}/sendMessage HTTP/1.1\r\nContent-Length: {len(body)}\r\n"
        client.sendall(head.encode() + b"Content-Type: application/json\r\n\r\n" + body)
        assert b"200" in client.recv(20)
    assert [message.text for message in chat.answers] == ["a"]
