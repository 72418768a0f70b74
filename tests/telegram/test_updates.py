"""Every kind of update and of message: answered, or ignored on purpose."""

from datetime import UTC, datetime

import pytest
from telegram import (
    Chat,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    Update,
    User,
)
from telegram import Message as TelegramMessage
from telegram.constants import MessageAttachmentType, MessageType, UpdateType

from bot.dialogue import Action, Message, Start, Unreadable
from bot.service import Incoming
from bot.telegram.links import Links
from bot.telegram.updates import ASKED_FOR, IGNORED, Reading

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SOMEBODY = User(5, "S", is_bot=False, language_code="my")
PRIVATE = Chat(6, Chat.PRIVATE)
LINKS = Links(b"k" * 32, "sala_bot")
ATTACHED = {kind.value for kind in MessageAttachmentType}
# What Telegram itself says in a chat, and notes about a message that are no content of it.
TOLD_BY_TELEGRAM = {
    *("boost_added", "business_connection_id", "channel_chat_created", "chat_background_set"),
    *("chat_owner_changed", "chat_owner_left", "chat_shared", "checklist_tasks_added"),
    *("checklist_tasks_done", "connected_website", "delete_chat_photo"),
    *("direct_message_price_changed", "effect_id", "forum_topic_closed", "forum_topic_created"),
    *("forum_topic_edited", "forum_topic_reopened", "general_forum_topic_hidden"),
    *("general_forum_topic_unhidden", "gift", "gift_upgrade_sent", "giveaway_completed"),
    *("giveaway_created", "group_chat_created", "left_chat_member", "managed_bot_created"),
    *("message_auto_delete_timer_changed", "migrate_to_chat_id", "new_chat_members"),
    *("new_chat_photo", "new_chat_title", "paid_message_price_changed", "pinned_message"),
    *("poll_option_added", "poll_option_deleted", "proximity_alert_triggered"),
    *("refunded_payment", "reply_to_story", "sender_boost_count", "sender_business_bot"),
    *("suggested_post_approval_failed", "suggested_post_approved", "suggested_post_declined"),
    *("suggested_post_info", "suggested_post_paid", "suggested_post_refunded"),
    *("supergroup_chat_created", "unique_gift", "users_shared", "video_chat_ended"),
    *("video_chat_participants_invited", "video_chat_scheduled", "video_chat_started"),
    *("web_app_data", "write_access_allowed"),
}


@pytest.fixture(scope="module")
def reading(world):
    return Reading("sala_bot", LINKS, lambda: world.library)


def message(chat=PRIVATE, user=SOMEBODY, **content):
    return TelegramMessage(7, NOW, chat, from_user=user, **content)


def holding(kind):
    """Something of this kind; what it is in itself is not looked at."""
    return [object()] if kind in {"photo", "new_chat_photo", "new_chat_members"} else object()


def private(*events):
    return Incoming(1, 5, 6, events, message=7, about=7)


@pytest.mark.parametrize("kind", [kind.value for kind in UpdateType])
def test_every_kind_of_update_is_asked_for_or_ignored_with_a_reason(kind):
    assert (kind in ASKED_FOR) != bool(IGNORED.get(kind))


def test_no_reason_is_given_for_what_does_not_exist():
    assert set(IGNORED) <= set(UpdateType)


@pytest.mark.parametrize("kind", list(IGNORED))
def test_what_is_ignored_means_nothing(reading, kind):
    assert reading.incoming(Update(1, **{kind: object()})) is None


@pytest.mark.parametrize("kind", [kind.value for kind in MessageType if kind != MessageType.TEXT])
def test_every_kind_of_message_is_answered_or_told_by_telegram_itself(reading, kind):
    """What is neither named here nor answered was written by a person and met with silence (A1)."""
    found = reading.incoming(Update(1, message=message(**{kind: holding(kind)})))
    assert found == (None if kind in TOLD_BY_TELEGRAM else private(Unreadable("my")))


def test_what_telegram_tells_is_no_attachment():
    assert not TOLD_BY_TELEGRAM & ATTACHED
    assert {kind.value for kind in MessageType} >= TOLD_BY_TELEGRAM


def test_content_that_the_library_does_not_know_is_answered(reading):
    new = message(api_kwargs={"hologram": {}})
    assert reading.incoming(Update(1, message=new)) == private(Unreadable("my"))


def test_a_text_is_a_question(reading):
    asked = reading.incoming(Update(1, message=message(text="my boss does not pay")))
    assert asked == private(Message("my boss does not pay", "my"))


def test_a_caption_is_answered_with_both_lines(reading):
    captioned = message(caption="what is this", photo=holding("photo"))
    found = reading.incoming(Update(1, message=captioned))
    assert found == private(Unreadable("my"), Message("what is this", "my"))


def test_a_text_that_was_mended_is_answered_again(reading):
    edited = Update(1, edited_message=message(text="my boss does not pay"))
    assert reading.incoming(edited) == private(Message("my boss does not pay", "my"))
    captioned = Update(1, edited_message=message(caption="and this", photo=holding("photo")))
    assert reading.incoming(captioned) == private(Unreadable("my"), Message("and this", "my"))


def test_a_live_position_that_moves_is_not_answered_again(reading):
    assert reading.incoming(Update(1, edited_message=message(location=object()))) is None


def test_start_opens_what_its_link_was_made_for(reading):
    def opened(text):
        return reading.incoming(Update(1, message=message(text=text)))

    code = LINKS.code("danger suicide")
    assert opened("/start") == private(Start("my"))
    assert opened(f"/start {code}") == private(Start("my", Action("danger", "suicide")))
    assert opened("/start open") == private(Start("my"))
    assert opened("/started") == private(Message("/started", "my"))


@pytest.mark.parametrize("kind", [Chat.CHANNEL, "something new"])
def test_other_chats_than_private_ones_and_groups_are_left_alone(reading, kind):
    assert reading.incoming(Update(1, message=message(Chat(6, kind), text="hello"))) is None


def test_nobody_and_other_bots_are_not_answered(reading):
    bot = User(8, "B", is_bot=True)
    assert reading.incoming(Update(1, message=message(user=bot, text="hello"))) is None
    assert reading.incoming(Update(1, message=message(user=None, text="hello"))) is None


def member(status, chat=PRIVATE):
    before = ChatMemberMember(User(9, "Sala", is_bot=True))
    return Update(1, my_chat_member=ChatMemberUpdated(chat, SOMEBODY, NOW, before, status))


def test_who_blocks_the_bot_is_gone(reading):
    sala = User(9, "Sala", is_bot=True)
    gone = Incoming(1, 5, 6, gone=True)
    assert reading.incoming(member(ChatMemberBanned(sala, 0))) == gone
    assert reading.incoming(member(ChatMemberLeft(sala))) == gone


def test_who_comes_back_and_a_group_that_sends_the_bot_away_mean_nothing(reading):
    sala = User(9, "Sala", is_bot=True)
    assert reading.incoming(member(ChatMemberMember(sala))) is None
    group = Chat(-6, Chat.SUPERGROUP)
    assert reading.incoming(member(ChatMemberBanned(sala, 0), group)) is None
