"""The methods of the Bot API that a bot of this kind uses, with Telegram's own refusals."""

import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fakeapi import html
from fakeapi.faults import Refusal, bad, conflict
from fakeapi.records import Message

if TYPE_CHECKING:
    from fakeapi.api import FakeBotApi
    from fakeapi.chat import Chat
    from fakeapi.server import Handler

_LONGEST = 4096
_DATA = 64
_BUTTONS = 100


class Methods:
    """Each takes the parameters and the connection, and gives the result or raises Refusal."""

    def __init__(self, api: "FakeBotApi") -> None:
        self._api = api

    def getMe(self, _p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return self._api.me()

    def deleteWebhook(self, _p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return True

    def getUpdates(self, p: dict[str, Any], handler: "Handler") -> Any:  # noqa: N802
        """A real long poll; a second one ends the first."""
        api = self._api
        until = time.monotonic() + min(float(p.get("timeout", 0)), 50)
        with api.changed:
            api.poller += 1
            mine = api.poller
            api.changed.notify_all()
            api.allowed = p.get("allowed_updates", api.allowed)
            if isinstance(offset := p.get("offset"), int):
                if offset > 0:
                    done = [u["update_id"] for u in api.pending if u["update_id"] < offset]
                    api.confirmed = max([api.confirmed, *done])
                    api.pending = [u for u in api.pending if u["update_id"] >= offset]
                elif offset < 0:
                    api.pending = api.pending[offset:]
            while True:
                if api.poller != mine:
                    raise conflict()
                if api.allowed:
                    kinds = {*api.allowed, "update_id"}
                    api.pending = [u for u in api.pending if set(u) <= kinds]
                if api.pending or time.monotonic() >= until or handler.is_gone():
                    return api.pending[: max(1, min(int(p.get("limit", 100)), 100))]
                api.changed.wait(min(0.2, max(0.001, until - time.monotonic())))

    def sendMessage(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        chat = self._reachable(p)
        text, entities = _text(p)
        raw: dict[str, Any] = {"from": self._bot(), "text": text}
        reply = p.get("reply_parameters") or {}
        target = self._api.message(chat.id, reply.get("message_id"))
        if reply and target:
            raw["reply_to_message"] = self._api.raw(chat.id, target.id)
        elif reply and not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        rows = _keyboard(p.get("reply_markup"), raw)
        if entities:
            raw["entities"] = entities
        message = Message(
            0, chat.id, from_bot=True, text=text, html=str(p["text"]), entities=tuple(entities),
            buttons=rows, reply_to=target.id if target else None,
        )  # fmt: skip
        return self._api.keep(chat, raw, message)

    def editMessageText(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        chat = self._reachable(p)
        message = self._own(chat, p, "edit")
        text, entities = _text(p)
        raw: dict[str, Any] = {"text": text, "edit_date": int(self._api.now())}
        # What is not given again is gone, the keyboard too.
        raw |= {"entities": entities, "reply_markup": None}
        rows = _keyboard(p.get("reply_markup"), raw)
        same = (message.text, message.entities, message.buttons)
        if (text, tuple(entities), rows) == same:
            raise bad(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        new = replace(message, text=text, html=str(p["text"]), buttons=rows)
        self._api.change(replace(new, entities=tuple(entities)), raw)
        return self._api.raw(chat.id, message.id)

    def deleteMessage(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        chat = self._reachable(p)
        message = self._api.message(chat.id, p.get("message_id"))
        if message is None:
            raise bad("message to delete not found")
        if self._api.is_old(message):
            raise bad("message can't be deleted for everyone")
        self._api.change(replace(message, deleted=True))
        return True

    def deleteMessages(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        """Telegram skips what it does not find."""
        chat = self._reachable(p)
        numbers = p.get("message_ids") or []
        if not 1 <= len(numbers) <= 100:
            raise bad("too many message identifiers specified" if numbers else "no messages")
        found = [m for n in numbers if (m := self._api.message(chat.id, n))]
        if any(self._api.is_old(message) for message in found):
            raise bad("message can't be deleted for everyone")
        for message in found:
            self._api.change(replace(message, deleted=True))
        return True

    def answerCallbackQuery(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        query = str(p.get("callback_query_id"))
        if query not in self._api.queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if html.length(str(p.get("text", ""))) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self._api.queries.discard(query)
        return True

    def setMyName(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return self._set(p, "name", 64, "BOT_TITLE_INVALID")

    def getMyName(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return {"name": self._get(p, "name", "Sala test")}

    def setMyDescription(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return self._set(p, "description", 512, "description is too long")

    def getMyDescription(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return {"description": self._get(p, "description", "")}

    def setMyShortDescription(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return self._set(p, "short_description", 120, "short description is too long")

    def getMyShortDescription(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return {"short_description": self._get(p, "short_description", "")}

    def setMyCommands(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        commands = p.get("commands") or []
        for each in commands:
            if not re.fullmatch("[a-z0-9_]{1,32}", each["command"]):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= html.length(each["description"]) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        self._api.profile[_code(p)]["commands"] = commands
        return True

    def getMyCommands(self, p: dict[str, Any], _h: "Handler") -> Any:  # noqa: N802
        return self._get(p, "commands", [])

    def _set(self, p: dict[str, Any], name: str, longest: int, words: str) -> bool:
        text = str(p.get(name, ""))
        if html.length(text) > longest:
            raise bad(words)
        self._api.profile[_code(p)][name] = text
        return True

    def _get(self, p: dict[str, Any], name: str, default: Any) -> Any:
        return self._api.profile[_code(p)].get(name) or default

    def _bot(self) -> dict[str, Any]:
        me = self._api.me()
        return {key: me[key] for key in ("id", "is_bot", "first_name", "username")}

    def _reachable(self, p: dict[str, Any]) -> "Chat":
        chat = self._api.chat(p.get("chat_id"))
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if chat.migrated_to:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, words, migrate_to_chat_id=chat.migrated_to)
        return chat

    def _own(self, chat: "Chat", p: dict[str, Any], what: str) -> Message:
        message = self._api.message(chat.id, p.get("message_id"))
        if message is None or not message.from_bot:
            raise bad(f"message to {what} not found")
        return message


def _text(p: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    text, entities = str(p.get("text", "")), []
    if str(p.get("parse_mode", "")).upper() == "HTML":
        text, entities = html.parse(text)
    if not text.strip():
        raise bad("message text is empty")
    if html.length(text) > _LONGEST:
        raise bad("message is too long")
    return text, entities


def _keyboard(markup: Any, raw: dict[str, Any]) -> tuple[tuple[tuple[str, str], ...], ...]:
    if not markup:
        return ()
    rows = markup["inline_keyboard"]
    if sum(map(len, rows)) > _BUTTONS:
        raise bad("reply markup is too long")
    for button in (button for row in rows for button in row):
        if not button.get("text"):
            raise bad("text buttons are unallowed in the inline keyboard")
        data, url = button.get("callback_data"), button.get("url")
        if (data is None) == (url is None):
            raise bad("inline keyboard button must have exactly one action")
        if data is not None and not 1 <= len(data.encode()) <= _DATA:
            raise bad("BUTTON_DATA_INVALID")
        if url is not None and not re.match("https?://", url):
            raise bad("BUTTON_URL_INVALID")
    raw["reply_markup"] = markup
    return tuple(
        tuple((b["text"], b.get("callback_data") or b["url"]) for b in row) for row in rows
    )


def _code(p: dict[str, Any]) -> str:
    code = str(p.get("language_code") or "")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad("LANG_CODE_INVALID")
    return code
