"""What waits to be sent to Telegram, as the text that the outbox keeps."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.dialogue import Reply
from bot.render import telegram_texts
from bot.render.telegram import Key, LinkOf

_AT_ONCE: Final = 100
"""Messages that Telegram deletes in one call."""


@dataclass(frozen=True)
class Send:
    """One message; `plain` goes out if Telegram refuses the HTML."""

    html: str
    plain: str
    keys: tuple[tuple[Key, ...], ...] = ()
    reply_to: int | None = None

    def body(self) -> str:
        """As text, read by `parse`."""
        rows = [[[key.label, key.data, key.url] for key in row] for row in self.keys]
        return json.dumps(["send", self.html, self.plain, rows, self.reply_to], ensure_ascii=False)


@dataclass(frozen=True)
class Delete:
    """Messages of both sides to delete, as far as Telegram lets us."""

    messages: tuple[int, ...]

    def body(self) -> str:
        """As text, read by `parse`."""
        return json.dumps(["delete", self.messages])


def parse(body: str) -> Send | Delete:
    """What `body` was made from. Raises ValueError for any other text."""
    match json.loads(body):
        case ["send", str(html), str(plain), list(rows), reply_to]:
            try:
                keys = tuple(tuple(Key(*key) for key in row) for row in rows)
            except TypeError as error:
                raise ValueError("no keys for Telegram") from error
            return Send(html, plain, keys, reply_to)
        case ["delete", list(messages)]:
            return Delete(tuple(messages))
        case _:
            raise ValueError("no parcel for Telegram")


class TelegramChannel:
    """Makes parcels of replies; `link_of` gives the address of a private conversation."""

    def __init__(self, link_of: LinkOf) -> None:
        self._link_of = link_of

    def sending(self, reply: Reply, about: int | None) -> Iterator[str]:
        """The bodies of the messages of a reply; the first is a reply to the message `about`."""
        for number, text in enumerate(telegram_texts(reply, self._link_of)):
            reply_to = about if number == 0 else None
            yield Send(text.html, text.plain, text.keys, reply_to).body()

    def deleting(self, messages: Iterable[int]) -> Iterator[str]:
        """The bodies that delete messages, a hundred in each."""
        numbers = tuple(messages)
        for start in range(0, len(numbers), _AT_ONCE):
            yield Delete(numbers[start : start + _AT_ONCE]).body()
