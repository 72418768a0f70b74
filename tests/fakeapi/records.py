"""What happened, for tests to look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """One request: `at` is time.monotonic() of its arrival, `status` what it was answered with."""

    method: str
    parameters: Mapping[str, Any]
    at: float
    status: int = 0


@dataclass(frozen=True)
class Message:
    """A message of either side; buttons as rows of (label, data or url)."""

    id: int
    chat: int
    from_bot: bool
    text: str
    html: str = ""
    entities: tuple[Mapping[str, Any], ...] = ()
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    reply_to: int | None = None
    at: float = 0.0
    date: int = 0
    deleted: bool = False
