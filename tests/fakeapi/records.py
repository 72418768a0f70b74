"""What a test reads: records that never change under it."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Button(NamedTuple):
    """A button of an inline keyboard; `target` is its data or its address."""

    label: str
    target: str


@dataclass(frozen=True)
class User:
    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None

    def to_json(self):
        """As in `from`."""
        given = {"username": self.username, "language_code": self.language_code}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | {
            name: value for name, value in given.items() if value is not None
        }


@dataclass(frozen=True)
class Entity:
    """Offsets and lengths count UTF-16 units; `extra` holds url, language and the like."""

    type: str
    offset: int
    length: int
    extra: tuple[tuple[str, str], ...] = ()

    def to_json(self):
        """As in `entities`."""
        return {"type": self.type, "offset": self.offset, "length": self.length, **dict(self.extra)}

    @classmethod
    def of(cls, raw):
        """The record of an entity in JSON."""
        known = {"type", "offset", "length"}
        extra = tuple(sorted((key, value) for key, value in raw.items() if key not in known))
        return cls(raw["type"], raw["offset"], raw["length"], extra)


@dataclass(frozen=True)
class Message:
    """One message as it stood when it was read; `at` is its arrival by time.monotonic()."""

    id: int
    chat_id: int
    from_bot: bool
    text: str
    html: str
    entities: tuple[Entity, ...]
    buttons: tuple[tuple[Button, ...], ...]
    reply_to: int | None
    deleted: bool
    edited: bool
    attachment: str | None
    date: int
    at: float
    raw: dict = field(repr=False, compare=False)

    @property
    def labels(self):
        """The labels of all buttons, in reading order."""
        return [button.label for row in self.buttons for button in row]


@dataclass(frozen=True)
class Call:
    """One request; `status` and `response` are None where the connection was dropped."""

    method: str
    parameters: dict
    at: float
    status: int | None
    response: dict | None


@dataclass(frozen=True)
class Profile:
    """What people see of the bot, by language code; "" is for everybody else."""

    names: dict[str, str]
    descriptions: dict[str, str]
    short_descriptions: dict[str, str]
    commands: dict[str, list[tuple[str, str]]]
    scoped_commands: dict[tuple[str, str], list[tuple[str, str]]]
