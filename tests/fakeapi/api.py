"""The state of a Bot API: chats, messages, updates that wait, and what was asked."""

import itertools
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Self

from fakeapi.chat import Chat
from fakeapi.faults import Fault, Refusal
from fakeapi.methods import Methods
from fakeapi.records import Call, Message
from fakeapi.server import Handler, Server

TOKEN = "123456:AAFakeFakeFakeFakeFakeFakeFakeFakeFake"  # noqa: S105  # nobody's
_LONG_AGO = 48 * 3600


class FakeBotApi:
    """Runs in threads of the test; `url` is what the bot takes for https://api.telegram.org."""

    def __init__(
        self,
        token: str = TOKEN,
        username: str = "sala_test_bot",
        now: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.username = username
        self.now = now
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.calls: list[Call] = []
        self.profile: dict[str, dict[str, Any]] = defaultdict(dict)
        self.confirmed = 0
        self.pending: list[dict[str, Any]] = []
        self.poller = 0
        self.queries: set[str] = set()
        self.allowed: list[str] = []
        self._chats: dict[int, Chat] = {}
        self._messages: dict[int, dict[int, Message]] = defaultdict(dict)
        self._raw: dict[tuple[int, int], dict[str, Any]] = {}
        self._faults: list[list[Any]] = []
        self._updates = itertools.count(1000)
        self._ids = itertools.count(1)
        self._people = itertools.count(5_000_001)
        self._groups = itertools.count(1)
        self._methods = Methods(self)
        self._known = {name.lower(): name for name in dir(self._methods) if name[0] != "_"}
        self._server = Server(self)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        serve = {"poll_interval": 0.01}
        threading.Thread(target=self._server.serve_forever, kwargs=serve, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        with self.changed:
            self.poller += 1
            self.changed.notify_all()
        self._server.shutdown()
        self._server.server_close()

    def private_chat(self, first_name: str = "Nobody", language_code: str | None = "en") -> Chat:
        """A person who has not written yet."""
        number = next(self._people)
        user = {"id": number, "is_bot": False, "first_name": first_name}
        if language_code:
            user["language_code"] = language_code
        return self._chat({"id": number, "type": "private", "first_name": first_name}, user)

    def group(self, title: str = "Group", language_code: str = "en") -> Chat:
        """A group that the bot was added to, and one person in it."""
        number = next(self._people)
        user = {"id": number, "is_bot": False, "first_name": "N", "language_code": language_code}
        chat = {"id": -1_000_000_000_000 - next(self._groups), "type": "supergroup", "title": title}
        return self._chat(chat, user)

    def push(self, update: dict[str, Any]) -> int:
        """An update of any kind, good or bad; gives its number."""
        with self.changed:
            number = next(self._updates)
            self.pending.append({"update_id": number, **update})
            self.changed.notify_all()
        return number

    def script(self, method: str, fault: Fault, times: int = 1, chat: int | None = None) -> None:
        """The next calls of a method ("*": of any), to a chat or all, fail like this."""
        with self.lock:
            self._faults.append([method, fault, times, chat])

    def calls_of(self, method: str) -> list[Call]:
        """What was asked of one method."""
        with self.lock:
            return [call for call in self.calls if call.method == method]

    # For the server, the methods and the chats.

    def arrived(self, method: str, parameters: dict[str, Any]) -> tuple[int, Fault | None]:
        """Note a call; gives its place in the record and the fault that waits for it."""
        with self.lock:
            self.calls.append(Call(method, parameters, time.monotonic()))
            for waiting in self._faults:
                name, fault, times, chat = waiting
                if name in {method, "*"} and chat in {None, parameters.get("chat_id")} and times:
                    waiting[2] -= 1
                    return len(self.calls) - 1, fault
            return len(self.calls) - 1, None

    def answered(self, call: int, status: int) -> None:
        """Note what a call was answered with."""
        with self.lock:
            self.calls[call] = replace(self.calls[call], status=status)

    def admit(self, token: str) -> None:
        """Raises Refusal for any other token."""
        if token != self.token:
            raise Refusal(401, "Unauthorized")

    def spelled(self, method: str) -> str:
        """The method as the documentation spells it; Telegram takes any case."""
        return self._known.get(method.lower(), method)

    def call(self, method: str, parameters: dict[str, Any], handler: Handler) -> Any:
        """The result of a method. Raises Refusal."""
        if method not in self._known.values():
            raise Refusal(404, "Not Found")
        return getattr(self._methods, method)(parameters, handler)

    def me(self) -> dict[str, Any]:
        """The bot itself."""
        return {
            "id": int(self.token.split(":")[0]), "is_bot": True, "first_name": "Sala",
            "username": self.username, "can_join_groups": True,
            "can_read_all_group_messages": False, "supports_inline_queries": False,
        }  # fmt: skip

    def chat(self, number: object) -> Chat | None:
        """A chat by its number."""
        return self._chats.get(number) if isinstance(number, int) else None

    def query_id(self) -> str:
        """A new callback query, which may be answered once."""
        number = str(next(self._ids))
        self.queries.add(number)
        return number

    def written(
        self, chat: Chat, user: dict[str, Any], content: dict[str, Any], reply_to: int | None
    ) -> dict[str, Any]:
        """A person's message, kept and as Telegram would tell it."""
        raw = {"from": user, **{key: value for key, value in content.items() if value}}
        if reply_to:
            raw["reply_to_message"] = self.raw(chat.id, reply_to)
        text = str(content.get("text") or content.get("caption") or "")
        return self.keep(
            chat, raw, Message(0, chat.id, from_bot=False, text=text, reply_to=reply_to)
        )

    def keep(self, chat: Chat, raw: dict[str, Any], message: Message) -> dict[str, Any]:
        """Give a message its number and keep it."""
        with self.changed:
            number = next(self._ids)
            date = int(self.now())
            full = {"message_id": number, "date": date, "chat": chat.info, **raw}
            self._raw[chat.id, number] = full
            self._messages[chat.id][number] = replace(
                message, id=number, at=time.monotonic(), date=date
            )
            self.changed.notify_all()
        return full

    def raw(self, chat: int, number: int, *, with_reply: bool = False) -> dict[str, Any]:
        """A message as Telegram tells it, with the one that it replies to if asked (one level)."""
        raw = dict(self._raw[chat, number])
        reply = raw.pop("reply_to_message", None)
        gone = reply and self._messages[chat][reply["message_id"]].deleted
        if with_reply and reply and not gone:
            raw["reply_to_message"] = {k: v for k, v in reply.items() if k != "reply_to_message"}
        return raw

    def message(self, chat: int, number: object) -> Message | None:
        """A message that is still there."""
        found = self._messages[chat].get(number) if isinstance(number, int) else None
        return found if found and not found.deleted else None

    def change(self, message: Message, raw: dict[str, Any] | None = None) -> None:
        """Put another in the place of a message."""
        with self.changed:
            self._messages[message.chat][message.id] = message
            if raw:
                full = {**self._raw[message.chat, message.id], **raw}
                kept = {key: value for key, value in full.items() if value or key not in raw}
                self._raw[message.chat, message.id] = kept
            self.changed.notify_all()

    def is_old(self, message: Message) -> bool:
        """Whether it can no longer be deleted."""
        return self.now() - message.date >= _LONG_AGO

    def of_chat(self, number: int) -> list[Message]:
        """All messages of a chat, in order."""
        with self.lock:
            return list(self._messages[number].values())

    def _chat(self, info: dict[str, Any], user: dict[str, Any]) -> Chat:
        chat = Chat(self, info, user)
        self._chats[chat.id] = chat
        return chat
