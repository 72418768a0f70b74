"""Event -> load person -> turn -> keep changes, put replies into the outbox."""

from bot.service.delivery import (
    Delivery,
    LaterError,
    MovedError,
    RefusedError,
    StoppedError,
    UnreachableError,
)
from bot.service.incoming import Channel, Incoming
from bot.service.limiter import Limiter
from bot.service.outbox import Outbox
from bot.service.service import Service

__all__ = [
    "Channel",
    "Delivery",
    "Incoming",
    "LaterError",
    "Limiter",
    "MovedError",
    "Outbox",
    "RefusedError",
    "Service",
    "StoppedError",
    "UnreachableError",
]
