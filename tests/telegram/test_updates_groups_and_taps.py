"""Groups, where others read along (protection.md A11), and taps on buttons of any age."""

from datetime import UTC, datetime

import pytest
from telegram import CallbackQuery, Chat, InaccessibleMessage, MessageEntity, Update, User
from telegram import Message as TelegramMessage

from bot.dialogue import Action, Called, Tap, turn
from bot.people import STRANGER
from bot.service import Incoming
from bot.telegram.links import Links
from bot.telegram.updates import Reading

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SOMEBODY = User(5, "S", is_bot=False, language_code="my")
SALA = User(9, "Sala", is_bot=True, username="Sala_Bot")
OTHER_BOT = User(10, "Other", is_bot=True, username="other_bot")
PRIVATE = Chat(6, Chat.PRIVATE)
GROUPS = [Chat(-6, Chat.GROUP), Chat(-6, Chat.SUPERGROUP)]


@pytest.fixture(scope="module")
def reading(world):
    return Reading("sala_bot", Links(b"k" * 32, "sala_bot"), lambda: world.library)


@pytest.fixture(params=GROUPS, ids=lambda chat: chat.type)
def in_group(request, reading):
    """What a text in a group means; `command` marks its beginning as Telegram does."""

    def said(text, *, user=SOMEBODY, to=None, command=0, edited=False, **content):
        entities = [MessageEntity(MessageEntity.BOT_COMMAND, 0, command)] if command else ()
        message = TelegramMessage(
            *(7, NOW, request.param, user),
            **{"text": text, "entities": entities, "reply_to_message": to, **content},
        )
        return reading.incoming(
            Update(1, edited_message=message) if edited else Update(1, message=message)
        )

    return said


def called(text):
    """Nothing of the person or the message is handed on, so nothing can be kept or quoted."""
    return Incoming(1, 5, -6, (Called(text, "my"),), private=False)


def by(user, text="earlier"):
    return TelegramMessage(3, NOW, GROUPS[0], user, text=text)


def test_a11_who_calls_sala_by_name_is_offered_the_way_to_ask_alone(in_group):
    assert in_group("@sala_bot my boss does not pay") == called("my boss does not pay")
    assert in_group("hello @SALA_BOT!") == called("hello")


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        ("/help", 5, ""),
        ("/ask my boss does not pay", 4, ""),
        ("/ask@sala_bot my boss does not pay", 13, "my boss does not pay"),
        ("/forget@sala_bot", 16, ""),
    ],
)
def test_a11_a_command_is_a_call_and_is_never_done_in_a_group(in_group, text, command, words):
    assert in_group(text, command=command) == called(words)


def test_a11_a_reply_to_sala_is_a_call(in_group):
    assert in_group("and in Laos", to=by(SALA)) == called("and in Laos")


def test_a11_what_is_not_meant_for_sala_is_not_its_business(in_group):
    assert in_group("my boss does not pay") is None
    assert in_group("i want to die") is None
    assert in_group("and in Laos", to=by(OTHER_BOT)) is None
    assert in_group("and in Laos", to=by(SOMEBODY)) is None
    assert in_group("/help@other_bot", command=15) is None
    assert in_group("see /help") is None
    assert in_group(None, photo=[object()]) is None
    assert in_group(None, new_chat_members=[SALA]) is None


def test_a11_another_bot_whose_name_begins_alike_is_not_sala(in_group):
    assert in_group("@sala_bot_bot hello") is None
    assert in_group("/help@sala_bot_bot", command=18) is None


def test_a11_other_bots_are_ignored_whatever_they_say(in_group):
    assert in_group("@sala_bot hello", user=OTHER_BOT) is None
    assert in_group("/help@sala_bot", user=OTHER_BOT, command=14) is None
    assert in_group("hello", user=OTHER_BOT, to=by(SALA)) is None


def test_a11_a_mended_call_is_a_call(in_group):
    assert in_group("@sala_bot hello", edited=True) == called("hello")


def tap(reading, data, message):
    query = CallbackQuery("1", SOMEBODY, "instance", message=message, data=data)
    return reading.incoming(Update(1, callback_query=query))


def answer(to=None, chat=PRIVATE):
    return TelegramMessage(8, NOW, chat, SALA, text="an answer", reply_to_message=to)


def test_a_tap_knows_the_question_and_can_hide_it_with_the_answer(reading):
    question = TelegramMessage(7, NOW, PRIVATE, SOMEBODY, text="my boss does not pay")
    tapped = Tap(Action("hide"), "my boss does not pay", "my")
    assert tap(reading, "1 hide", answer(question)) == Incoming(
        1, 5, 6, (tapped,), about=7, hides=(8, 7)
    )


def test_the_question_may_be_a_caption(reading):
    question = TelegramMessage(7, NOW, PRIVATE, SOMEBODY, caption="what is this")
    found = tap(reading, "1 language my", answer(question))
    assert found.events == (Tap(Action("language", "my"), "what is this", "my"),)


def test_a_tap_under_an_answer_to_nothing_hides_only_the_answer(reading):
    tapped = Tap(Action("card", "health/fever"), None, "my")
    found = Incoming(1, 5, 6, (tapped,), hides=(8,))
    assert tap(reading, "1 card health/fever", answer()) == found


def test_what_sala_said_is_nobodys_question(reading):
    said = TelegramMessage(7, NOW, PRIVATE, SALA, text="i want to die")
    found = tap(reading, "1 hide", answer(said))
    assert found.events == (Tap(Action("hide"), None, "my"),)
    assert found.hides == (8,)


def test_a_button_of_an_old_message_still_works(reading):
    """Telegram no longer tells what stood in it."""
    old = InaccessibleMessage(PRIVATE, 8)
    found = Incoming(1, 5, 6, (Tap(Action("hide"), None, "my"),), hides=(8,))
    assert tap(reading, "1 hide", old) == found


@pytest.mark.parametrize(
    "data", ["0 hide", "2 hide", "hide", "", None, "1", "1 ", "1 vote yes", "11 hide", "1 card a/b"]
)
def test_a_button_of_another_version_leads_to_the_menu_and_says_why(reading, world, today, data):
    [event] = tap(reading, data, answer()).events
    result = turn(event, STRANGER, world, today)
    stale = world.catalogues["my"].say("This button is old and no longer works. Here is the menu.")
    assert result.replies[0].blocks[0].spans[0].text == stale
    assert result.changes == ()


def test_a11_taps_in_groups_and_without_a_message_mean_nothing(reading):
    assert tap(reading, "1 card health/fever", answer(chat=GROUPS[0])) is None
    assert tap(reading, "1 hide", InaccessibleMessage(GROUPS[1], 8)) is None
    assert tap(reading, "1 hide", None) is None
