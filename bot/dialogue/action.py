"""What a button does, as a short text that fits a channel's callback data."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from bot.errors import BadRequestError

Verb = Literal[
    "card",
    "read",
    "sources",
    "danger",
    "show",
    "topic",
    "language",
    "menu",
    "danger-menu",
    "languages",
    "hide",
    "none",
    "private",
    "stale",
]
_VERBS: Final[dict[str, Verb]] = {verb: verb for verb in get_args(Verb)}


@dataclass(frozen=True)
class Action:
    """A verb and what it is about: `card permits/need-one`, `language my`, `hide`.

    `private` opens the conversation with Sala alone; its target is an action that is done there.
    `stale` is what a button of another version does.
    """

    verb: Verb
    target: str = ""

    def __str__(self) -> str:
        return f"{self.verb} {self.target}".strip()

    @classmethod
    def parse(cls, text: str) -> "Action":
        """The action of a text made by `str`. Raises BadRequestError for any other text."""
        word, _, target = text.partition(" ")
        verb = _VERBS.get(word)
        if verb is None:
            raise BadRequestError(f"`{text}` is no action of a button.")
        return cls(verb, target)
