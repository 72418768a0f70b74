"""A chat as its people see it, and what they do in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fakeapi.api import FakeBotApi
    from fakeapi.records import Message

_FILE = {"file_id": "f", "file_unique_id": "u"}
ATTACHMENTS: dict[str, Any] = {
    "photo": [{**_FILE, "width": 1, "height": 1}],
    "voice": {**_FILE, "duration": 1},
    "audio": {**_FILE, "duration": 1},
    "video": {**_FILE, "width": 1, "height": 1, "duration": 1},
    "video_note": {**_FILE, "length": 1, "duration": 1},
    "live_photo": {**_FILE, "width": 1, "height": 1, "duration": 1},
    "animation": {**_FILE, "width": 1, "height": 1, "duration": 1},
    "document": {**_FILE},
    "sticker": {
        **_FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False,
        "is_video": False,
    },
    "location": {"latitude": 13.7, "longitude": 100.5},
    "venue": {
        "location": {"latitude": 13.7, "longitude": 100.5}, "title": "a", "address": "b",
    },
    "contact": {"phone_number": "+66800000000", "first_name": "A"},
    "dice": {"emoji": "🎲", "value": 3},
    "poll": {
        "id": "p", "question": "q", "options": [], "total_voter_count": 0, "is_closed": False,
        "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
        "allows_revoting": False, "members_only": False,
    },
    "story": {"chat": {"id": 1, "type": "private"}, "id": 1},
    "game": {"title": "g", "description": "d", "photo": [{**_FILE, "width": 1, "height": 1}]},
}  # fmt: skip
"""A valid payload of each kind of attachment that a person can send."""
_BESIDE = {"animation": "document", "venue": "location"}
"""What Telegram sets too, for bots that do not know the first."""


class Chat:
    """One conversation; `user` is its person (in a group: the one who made it)."""

    def __init__(self, api: FakeBotApi, chat: dict[str, Any], user: dict[str, Any]) -> None:
        self._api = api
        self.info = chat
        self.user = user
        self.id: int = chat["id"]
        self.blocked = False
        self.migrated_to: int | None = None

    def says(self, text: str, reply_to: int | None = None) -> int:
        """The person writes; gives the number of the update."""
        entities = []
        if text.startswith("/"):
            name = text.split(maxsplit=1)[0]
            entities = [{"type": "bot_command", "offset": 0, "length": len(name)}]
        return self.sends(text=text, entities=entities, reply_to=reply_to)

    def sends(
        self, *, reply_to: int | None = None, user: dict[str, Any] | None = None, **content: Any
    ) -> int:
        """The person sends a message of any kind: `sends(photo=True)` takes a valid payload."""
        filled = {
            kind: ATTACHMENTS[kind] if value is True else value for kind, value in content.items()
        }
        for kind, old in _BESIDE.items():
            if content.get(kind) is True:
                filled.setdefault(old, ATTACHMENTS[old])
        message = self._api.written(self, user or self.user, filled, reply_to)
        return self._api.push({"message": message})

    def edits(self, message_id: int, text: str) -> int:
        """The person mends a message."""
        raw = self._api.raw(self.id, message_id)
        raw.update(text=text, edit_date=raw["date"])
        return self._api.push({"edited_message": dict(raw)})

    def taps(self, message: Message, what: str | tuple[int, int]) -> int:
        """The person taps a button, by its label (or the beginning of it) or by row and column."""
        if isinstance(what, tuple):
            return self.taps_data(message, message.buttons[what[0]][what[1]][1])
        for row in message.buttons:
            for label, data in row:
                if what in label:
                    return self.taps_data(message, data)
        raise AssertionError(f"{what!r} is no button of {message.buttons}")

    def taps_data(self, message: Message, data: str) -> int:
        """The person taps a button with this data."""
        return self._query(self._api.raw(self.id, message.id, with_reply=True), data)

    def taps_old(self, data: str) -> int:
        """The person taps under a message that is too old for Telegram to show the bot."""
        return self._query({"chat": self.info, "message_id": 1, "date": 0}, data)

    def blocks_bot(self) -> int:
        """The person stops the bot."""
        self.blocked = True
        return self._member("kicked", "member")

    def unblocks_bot(self) -> int:
        """The person lets it write again."""
        self.blocked = False
        return self._member("member", "kicked")

    @property
    def messages(self) -> list[Message]:
        """Everything that is in the chat now."""
        return [each for each in self._api.of_chat(self.id) if not each.deleted]

    @property
    def answers(self) -> list[Message]:
        """Everything that the bot has sent, deleted or not."""
        return [each for each in self._api.of_chat(self.id) if each.from_bot]

    def wait_for(self, number: int, timeout: float = 20) -> list[Message]:
        """The bot's messages, when there are so many."""
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            answers = self.answers
            if len(answers) >= number:
                return answers
            time.sleep(0.02)
        seen = [each.text[:60] for each in self.answers]
        raise AssertionError(f"{len(seen)} answers after {timeout} s, not {number}: {seen}")

    def _query(self, message: dict[str, Any], data: str) -> int:
        query = {
            "id": self._api.query_id(),
            "from": self.user,
            "chat_instance": "1",
            "message": message,
            "data": data,
        }
        return self._api.push({"callback_query": query})

    def _member(self, now: str, before: str) -> int:
        bot = self._api.me()
        bot = {key: bot[key] for key in ("id", "is_bot", "first_name", "username")}

        def state(status: str) -> dict[str, Any]:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": bot, "status": status, **until}

        change = {
            "chat": self.info,
            "from": self.user,
            "date": int(time.time()),
            "old_chat_member": state(before),
            "new_chat_member": state(now),
        }
        return self._api.push({"my_chat_member": change})
