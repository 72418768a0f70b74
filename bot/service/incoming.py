"""What a channel hands in, and what it must be able to make of replies."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from bot.dialogue import Event, Reply


@dataclass(frozen=True)
class Incoming:
    """One update of a channel.

    `user` and `chat` are the channel's numbers. `message` is the person's own message, `about` the
    message that an answer is a reply to, `hides` what the button Hide deletes. `gone`: the person
    left and is to be forgotten. In a group nothing is remembered (`private` False).
    """

    update: int
    user: int
    chat: int
    events: tuple[Event, ...] = ()
    message: int | None = None
    about: int | None = None
    hides: tuple[int, ...] = ()
    private: bool = True
    gone: bool = False


class Channel(Protocol):
    """Writes what is to be sent as texts of its own, which the outbox keeps sealed."""

    def sending(self, reply: Reply, about: int | None) -> Iterable[str]:
        """The bodies of the messages of a reply, the buttons under the last."""

    def deleting(self, messages: Iterable[int]) -> Iterable[str]:
        """The bodies that delete messages of both sides."""
