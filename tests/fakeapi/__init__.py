"""A Bot API on this machine that behaves as Telegram's does, for tests and measurements.

with FakeBotApi() as api:
    chat = api.private_chat(language_code="my")
    chat.says("hello")
    [answer] = chat.wait_for(1)
"""

from fakeapi.api import FakeBotApi
from fakeapi.chat import Chat
from fakeapi.faults import (
    Bad,
    Conflict,
    DropAfter,
    DropBefore,
    Forbidden,
    Garbage,
    HangBefore,
    ServerError,
    Slow,
    TooMany,
    Unauthorized,
)
from fakeapi.records import Call, Message

__all__ = [
    "Bad",
    "Call",
    "Chat",
    "Conflict",
    "DropAfter",
    "DropBefore",
    "FakeBotApi",
    "Forbidden",
    "Garbage",
    "HangBefore",
    "Message",
    "ServerError",
    "Slow",
    "TooMany",
    "Unauthorized",
]
