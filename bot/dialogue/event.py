"""Everything that happens to the dialogue, whatever channel it comes from."""

from dataclasses import dataclass

from bot.dialogue.action import Action


@dataclass(frozen=True)
class Message:
    """Somebody wrote; `hint` is the language tag of their app, where the channel knows one."""

    text: str
    hint: str | None = None


@dataclass(frozen=True)
class Tap:
    """Somebody tapped a button; `about` is their message that the choices were a reply to."""

    action: Action
    about: str | None = None
    hint: str | None = None


@dataclass(frozen=True)
class Start:
    """Somebody opened the conversation, perhaps by a link that opens something at once."""

    hint: str | None = None
    opens: Action | None = None


@dataclass(frozen=True)
class Unreadable:
    """A voice note, picture, sticker, position or anything else that Sala cannot read."""

    hint: str | None = None


@dataclass(frozen=True)
class Called:
    """Somebody called Sala where others read along: a group."""

    text: str
    hint: str | None = None


Event = Message | Tap | Start | Unreadable | Called
