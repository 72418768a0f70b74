"""What may happen to a request instead of the usual."""

import json
from dataclasses import dataclass

from fakeapi.errors import Refused


@dataclass(frozen=True)
class Answer:
    """What goes over the wire; `body` is None where the connection is dropped instead."""

    status: int | None
    body: bytes | None

    @classmethod
    def of(cls, status, content):
        """The answer with JSON content."""
        return cls(status, json.dumps(content, ensure_ascii=False).encode())

    @classmethod
    def refusal(cls, refused):
        """The answer to a request that was refused."""
        return cls.of(refused.status, refused.body())


DROPPED = Answer(None, None)


class Fault:
    """By default nothing is done and the connection is dropped at once."""

    done = False
    seconds = 0

    def answer(self, usual):
        """What the client gets; `usual` is None where nothing was done."""
        assert usual is None
        return DROPPED


class Refusal(Fault):
    """Nothing is done and an error is answered."""

    def answer(self, usual):
        assert usual is None
        return Answer.refusal(self.refused())

    def refused(self):
        raise NotImplementedError


@dataclass(frozen=True)
class TooMany(Refusal):
    retry_after: int

    def refused(self):
        text = f"Too Many Requests: retry after {self.retry_after}"
        return Refused(429, text, retry_after=self.retry_after)


@dataclass(frozen=True)
class Forbidden(Refusal):
    text: str = "bot was blocked by the user"

    def refused(self):
        return Refused(403, f"Forbidden: {self.text.removeprefix('Forbidden: ')}")


@dataclass(frozen=True)
class Bad(Refusal):
    text: str

    def refused(self):
        return Refused(400, f"Bad Request: {self.text.removeprefix('Bad Request: ')}")


@dataclass(frozen=True)
class Migrated(Refusal):
    """The group has another id now."""

    to: int

    def refused(self):
        text = "Bad Request: group chat was upgraded to a supergroup chat"
        return Refused(400, text, migrate_to_chat_id=self.to)


@dataclass(frozen=True)
class ServerError(Refusal):
    status: int = 502

    def refused(self):
        words = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}
        return Refused(self.status, words.get(self.status, "Internal Server Error"))


@dataclass(frozen=True)
class Unauthorized(Refusal):
    def refused(self):
        return Refused(401, "Unauthorized")


@dataclass(frozen=True)
class Conflict(Refusal):
    def refused(self):
        return other_poll()


@dataclass(frozen=True)
class Slow(Fault):
    """Done at once, answered late."""

    seconds: float
    done = True

    def answer(self, usual):
        return usual


@dataclass(frozen=True)
class HangBefore(Fault):
    """Nothing is done; the connection is dropped after that many seconds."""

    seconds: float


@dataclass(frozen=True)
class DropBefore(Fault):
    """Nothing is done; the connection is dropped."""


@dataclass(frozen=True)
class DropAfter(Fault):
    """Done, and never answered."""

    done = True

    def answer(self, usual):
        assert usual is not None
        return DROPPED


@dataclass(frozen=True)
class Garbage(Fault):
    """Nothing is done; the answer is not Telegram's."""

    body: bytes = b"<html>"
    status: int = 200

    def answer(self, usual):
        assert usual is None
        return Answer(self.status, self.body)


def other_poll():
    """The refusal of a getUpdates that another one has replaced."""
    return Refused(
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )


class Script:
    """Faults in the order in which they were written, each for some requests."""

    def __init__(self):
        self._lines = []

    def add(self, method, fault, times, chat_id):
        self._lines.append([method, fault, times, chat_id])

    def take(self, method, chat_id):
        """The fault for this request, used up; None for the usual."""
        for line in self._lines:
            if line[0] in {"*", method} and line[2] > 0 and line[3] in {None, chat_id}:
                line[2] -= 1
                return line[1]
        return None

    @property
    def left(self):
        """Faults that have not happened yet."""
        return [line[1] for line in self._lines if line[2] > 0]
