"""Delivering a parcel, and the ways in which it may fail, whatever the channel."""

from collections.abc import Awaitable, Callable

from bot.errors import SalaError
from bot.people import Parcel

Delivery = Callable[[Parcel], Awaitable[int | None]]
"""Sends a parcel; gives the id of its message, None when it made none. Raises the errors below."""


class LaterError(SalaError):
    """The network asks this chat to wait `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class UnreachableError(SalaError):
    """No answer, or a fault on the other side: it may have arrived, and is sent again."""


class RefusedError(SalaError):
    """This parcel will never be accepted."""


class StoppedError(SalaError):
    """The person does not want anything from Sala any more, or the chat is gone."""


class MovedError(SalaError):
    """The chat has a new number."""

    def __init__(self, chat: int) -> None:
        super().__init__("the chat has moved")
        self.chat = chat
