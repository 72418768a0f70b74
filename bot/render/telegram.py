"""A reply as Telegram HTML: built from escaped parts, never by replacing in strings."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final

from bot.content import Block, Words
from bot.dialogue import Action, Button, Reply

LONGEST: Final = 4096
"""UTF-16 units that Telegram takes in one message, after its markup is read."""
BUTTON_BYTES: Final = 64
_VERSION: Final = "1"
_NUMBERS: Final = re.compile(r"[+0-9][0-9 \-]*(\n[+0-9][0-9 \-]*)*")

LinkOf = Callable[[Action], str]
"""The address that opens the conversation with Sala alone and does the action there."""


@dataclass(frozen=True)
class Key:
    """A button of Telegram: `data` comes back when it is tapped, or `url` is opened."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class TelegramText:
    """One message: the same words as HTML and as plain text, and the keys under it."""

    html: str
    plain: str
    keys: tuple[tuple[Key, ...], ...] = ()


def telegram_texts(reply: Reply, link_of: LinkOf) -> tuple[TelegramText, ...]:
    """The messages of a reply: one, or several cut between blocks when it is too long for one.

    The keys stand under the last.
    """
    screens: list[list[Block]] = [[]]
    for block in reply.blocks:
        if screens[-1] and utf16_length(_joined([*screens[-1], block], _plain)) > LONGEST:
            screens.append([])
        screens[-1].append(block)
    texts = [
        TelegramText(_joined(screen, _html), _cut(_joined(screen, _plain))) for screen in screens
    ]
    keys = tuple(tuple(_key(button, link_of) for button in row) for row in reply.buttons)
    return (*texts[:-1], TelegramText(texts[-1].html, texts[-1].plain, keys))


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: letters beyond the basic plane, such as emoji, are two."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    """The beginning that fits one message, for the last try with a text that is too long."""
    return text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")


def button_data(action: Action) -> str:
    """The action as callback data, with the version of this form."""
    return f"{_VERSION} {action}"


def button_action(data: str) -> str | None:
    """The text of the action in callback data; None for data of another version."""
    version, _, action = data.partition(" ")
    return action if version == _VERSION else None


def _key(button: Button, link_of: LinkOf) -> Key:
    if button.action.verb == "private":
        return Key(button.label, url=link_of(button.action))
    return Key(button.label, data=button_data(button.action))


def _joined(blocks: list[Block], words: Callable[[Words], str]) -> str:
    """Paragraphs apart, list items under each other."""
    text = ""
    before: Block | None = None
    for block in blocks:
        if before:
            text += "\n" if block.bullet and before.bullet else "\n\n"
        text += "• " if block.bullet else ""
        text += "".join(words(span) for span in block.spans if isinstance(span, Words))
        before = block
    return text


def _plain(words: Words) -> str:
    return words.text


def _html(words: Words) -> str:
    safe = escape(words.text, quote=False)
    if not words.bold or not words.text.strip():
        return safe
    if _NUMBERS.fullmatch(words.text):
        # Telegram makes no link of a short number; as code, one tap copies it for the dialler.
        return "\n".join(f"<code>{line}</code>" for line in safe.split("\n"))
    return f"<b>{safe}</b>"
