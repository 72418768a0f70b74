"""What the dialogue gives back: blocks of words and buttons, for any channel to render."""

from dataclasses import dataclass

from bot.content import Block
from bot.dialogue.action import Action
from bot.people import Change


@dataclass(frozen=True)
class Button:
    """A button and what tapping it does."""

    label: str
    action: Action


@dataclass(frozen=True)
class Reply:
    """One message to the person. `to_message`: send it as a reply to what the person wrote."""

    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    quiet: bool = False
    urgent: bool = False
    to_message: bool = False


@dataclass(frozen=True)
class Turn:
    """The replies to send, in order, and what is to be remembered or forgotten."""

    replies: tuple[Reply, ...]
    changes: tuple[Change, ...] = ()
