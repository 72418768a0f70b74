"""Every kind of update of the Bot API: what it means to Sala, or why it means nothing."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Message, MessageEntity, Update
from telegram.constants import ChatType, MessageAttachmentType, UpdateType

from bot.content import Library
from bot.dialogue import Action, Called, Event, Start, Tap, Unreadable
from bot.dialogue import Message as Asked
from bot.render import button_action
from bot.service import Incoming
from bot.telegram.links import Links, parsed

IGNORED: Final[Mapping[str, str]] = {
    UpdateType.CHANNEL_POST: "Sala talks with people, not in channels",
    UpdateType.EDITED_CHANNEL_POST: "same",
    UpdateType.INLINE_QUERY: "typing before a question is sent is nobody's business",
    UpdateType.CHOSEN_INLINE_RESULT: "same",
    UpdateType.SHIPPING_QUERY: "Sala sells nothing",
    UpdateType.PRE_CHECKOUT_QUERY: "Sala sells nothing",
    UpdateType.PURCHASED_PAID_MEDIA: "Sala sells nothing",
    UpdateType.POLL: "Sala asks no polls",
    UpdateType.POLL_ANSWER: "same",
    UpdateType.CHAT_MEMBER: "who joins a group is nobody's business",
    UpdateType.CHAT_JOIN_REQUEST: "same",
    UpdateType.CHAT_BOOST: "same",
    UpdateType.REMOVED_CHAT_BOOST: "same",
    UpdateType.MESSAGE_REACTION: "a reaction asks nothing",
    UpdateType.MESSAGE_REACTION_COUNT: "same",
    UpdateType.BUSINESS_CONNECTION: "Sala does not answer in other people's names",
    UpdateType.BUSINESS_MESSAGE: "same",
    UpdateType.EDITED_BUSINESS_MESSAGE: "same",
    UpdateType.DELETED_BUSINESS_MESSAGES: "same",
    UpdateType.MANAGED_BOT: "Sala manages no other bots",
    UpdateType.GUEST_MESSAGE: "Sala answers only where it was added or written to",
}
"""The kinds of update that mean nothing to Sala, and why."""
ASKED_FOR: Final = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
)
"""What Telegram is asked to send; everything else is left there, for the reasons above."""

_GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)
_ATTACHED: Final = (
    *(kind.value for kind in MessageAttachmentType),
    *("checklist", "giveaway", "giveaway_winners"),
)
_GONE: Final = (ChatMember.BANNED, ChatMember.LEFT)


class Reading:
    """Reads updates; needs to know the bot's own name and the links it gave out."""

    def __init__(self, username: str, links: Links, library: Callable[[], Library]) -> None:
        self._username = username.casefold()
        name = rf"@{re.escape(username)}(?!\w)"
        self._mention = re.compile(rf"(?<!\w){name}|^/\w+{name}", re.IGNORECASE)
        self._links = links
        self._library = library

    def incoming(self, update: Update) -> Incoming | None:
        """What an update means; None when it means nothing to Sala, on purpose."""
        if update.message:
            return self._message(update.update_id, update.message)
        if update.edited_message:
            return self._edited(update.update_id, update.edited_message)
        if update.callback_query:
            return _tap(update.update_id, update.callback_query)
        if update.my_chat_member:
            return _member(update.update_id, update.my_chat_member)
        return None

    def _message(self, update: int, message: Message) -> Incoming | None:
        user = message.from_user
        if user is None or user.is_bot:
            return None
        if message.chat.type in _GROUPS:
            return self._group(update, message)
        events = self._events(message) if message.chat.type == ChatType.PRIVATE else ()
        if not events:
            return None
        number = message.message_id
        return Incoming(update, user.id, message.chat.id, events, number, about=number)

    def _edited(self, update: int, message: Message) -> Incoming | None:
        """Somebody mended a question: it is answered again. A position that moves is not one."""
        return self._message(update, message) if message.text or message.caption else None

    def _events(self, message: Message) -> tuple[Event, ...]:
        hint = message.from_user.language_code if message.from_user else None
        if message.text:
            return (self._said(message.text, hint),)
        if message.caption:
            return (Unreadable(hint), Asked(message.caption, hint))
        if any(getattr(message, kind, None) for kind in _ATTACHED) or _is_new(message):
            return (Unreadable(hint),)
        return ()

    def _said(self, text: str, hint: str | None) -> Event:
        command, _, code = text.partition(" ")
        if command != "/start":
            return Asked(text, hint)
        return Start(hint, self._links.action(code.strip(), self._library()) if code else None)

    def _group(self, update: int, message: Message) -> Incoming | None:
        text = message.text or ""
        user = message.from_user
        if user is None or not self._calls(message, text):
            return None
        words = " ".join(word for word in text.split() if not self._mention.search(word))
        called = Called(words if not words.startswith("/") else "", user.language_code)
        return Incoming(update, user.id, message.chat.id, (called,), private=False)

    def _calls(self, message: Message, text: str) -> bool:
        """Whether Sala is meant: by name, by a command, or by a reply to what it said."""
        if self._mention.search(text):
            return True
        first = message.entities[0] if message.entities else None
        if first and first.type == MessageEntity.BOT_COMMAND and first.offset == 0:
            return "@" not in text.split(maxsplit=1)[0]
        to = message.reply_to_message
        by = to.from_user.username if to and to.from_user else None
        return bool(by) and str(by).casefold() == self._username


def _is_new(message: Message) -> bool:
    """Content of a kind that this library does not know yet: better one line too many."""
    return bool(message.api_kwargs)


def _tap(update: int, query: CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None or message.chat.type != ChatType.PRIVATE:
        return None
    text = button_action(query.data or "")
    action = (parsed(text) if text else None) or Action("stale")
    asked = message.reply_to_message if isinstance(message, Message) else None
    about = asked.message_id if asked else None
    own = (about,) if about and _by_person(asked) else ()
    return Incoming(
        update,
        query.from_user.id,
        message.chat.id,
        (Tap(action, _words(asked), query.from_user.language_code),),
        about=about,
        hides=(message.message_id, *own),
    )


def _words(asked: Message | None) -> str | None:
    return (asked.text or asked.caption) if asked and _by_person(asked) else None


def _by_person(asked: Message | None) -> bool:
    return bool(asked and asked.from_user and not asked.from_user.is_bot)


def _member(update: int, change: ChatMemberUpdated) -> Incoming | None:
    """Somebody blocked the bot: whatever was remembered is deleted."""
    if change.chat.type == ChatType.PRIVATE and change.new_chat_member.status in _GONE:
        return Incoming(update, change.from_user.id, change.chat.id, gone=True)
    return None
