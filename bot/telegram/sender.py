"""Sends one parcel to Telegram, and tells what came of it in the words of the outbox."""

from collections.abc import Awaitable
from typing import Final, TypeVar

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram import ReplyParameters as Reply
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    RetryAfter,
    TelegramError,
)

from bot.people import Parcel
from bot.service import LaterError, MovedError, RefusedError, StoppedError, UnreachableError
from bot.telegram.parcels import Delete, Send, parse
from bot.telegram.waiting import seconds_of

_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
# Telegram's words for a chat in which nobody will ever read us.
_NOBODY: Final = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")

Result = TypeVar("Result")
log = structlog.get_logger()


class Sender:
    """`deliver` is the outbox's delivery."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def deliver(self, parcel: Parcel) -> int | None:
        """The id of the message, None when it made none. Raises the errors of bot.service."""
        try:
            match parse(parcel.body):
                case Send() as send:
                    return await self._send(parcel.chat, send)
                case Delete(messages):
                    await self._delete(parcel.chat, messages)
                    return None
        except ValueError as error:
            raise RefusedError("a parcel of another version") from error

    async def _send(self, chat: int, send: Send) -> int:
        try:
            return await self._told(self._message(chat, send, html=True))
        except BadRequest as error:
            if any(words in str(error).casefold() for words in _NOBODY):
                raise StoppedError(_reason(error)) from error
            # Whatever Telegram dislikes in the form, the words must arrive.
            log.warning("sent_as_plain_text", reason=_reason(error))
        try:
            return await self._told(self._message(chat, send, html=False))
        except BadRequest as error:
            raise RefusedError(_reason(error)) from error

    async def _message(self, chat: int, send: Send, *, html: bool) -> int:
        rows = [
            [
                InlineKeyboardButton(key.label, callback_data=key.data or None, url=key.url or None)
                for key in row
            ]
            for row in send.keys
        ]
        reply = Reply(send.reply_to, allow_sending_without_reply=True) if send.reply_to else None
        message = await self._bot.send_message(
            chat,
            send.html if html else send.plain,
            parse_mode="HTML" if html else None,
            reply_markup=InlineKeyboardMarkup(rows) if rows else None,
            reply_parameters=reply if html else None,
            link_preview_options=_NO_PREVIEW,
        )
        return message.message_id

    async def _delete(self, chat: int, messages: tuple[int, ...]) -> None:
        """All at once; if Telegram refuses the lot for one of them, each alone."""
        try:
            await self._told(self._bot.delete_messages(chat, messages))
        except BadRequest:
            for message in messages:
                try:
                    await self._told(self._bot.delete_message(chat, message))
                except BadRequest as error:
                    log.info("not_deleted", reason=_reason(error))

    async def _told(self, call: Awaitable[Result]) -> Result:
        """The result of a call, its failures in the words of the outbox; BadRequest stays."""
        try:
            return await call
        except BadRequest:
            raise
        except RetryAfter as error:
            raise LaterError(seconds_of(error)) from error
        except Forbidden as error:
            raise StoppedError(_reason(error)) from error
        except ChatMigrated as error:
            raise MovedError(error.new_chat_id) from error
        except TelegramError as error:
            # A time-out may have been delivered: twice is better than never. A token that is not
            # accepted any more is told by the poller, which stops the program.
            raise UnreachableError(type(error).__name__) from error


def _reason(error: TelegramError) -> str:
    """Telegram's own words, without whatever it quotes of the message."""
    return str(error).partition('"')[0][:120]
