"""The small Markdown of cards: paragraphs, `- ` lists and `**bold**`, with `{slots}` for values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

_SLOT: Final = re.compile(r"\{([^{}]*)\}")
_WHILE: Final = "while "


@dataclass(frozen=True)
class Words:
    """A run of text; a line break in it is a line break for the reader."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Slot:
    """The place of a typed value, by its name."""

    name: str
    bold: bool = False


@dataclass(frozen=True)
class Block:
    """One paragraph or list item, and the facts that have to be in date for it to be shown."""

    spans: tuple[Words | Slot, ...]
    bullet: bool = False
    while_facts: tuple[str, ...] = ()

    @property
    def slots(self) -> tuple[str, ...]:
        """Names of the values that the block needs."""
        return tuple(span.name for span in self.spans if isinstance(span, Slot))


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text. Slots are found after parsing, so a value can never become markup.

    Numbers of lists and signs of italics stay in the words: they are not for readers, and if they
    fell away here, no check could tell them.
    """
    blocks = []
    depth = 0
    number = ""
    for token in _parser().parse(text):
        if token.type in {"bullet_list_open", "bullet_list_close"}:
            depth += token.nesting
        elif token.type == "list_item_open" and token.info:
            number += f"{token.info}{token.markup} "
        elif token.type == "inline":
            blocks.append(_block(token, number, bullet=depth > 0))
            number = ""
    return tuple(blocks)


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False})
    return markdown.enable(["list", "emphasis", "newline", "escape"])


def _block(inline: Token, number: str, *, bullet: bool) -> Block:
    spans: list[Words | Slot] = [Words(number)] if number else []
    facts: list[str] = []
    bold = False
    for child in inline.children or ():
        if child.type in {"strong_open", "strong_close"}:
            bold = child.type == "strong_open"
        elif child.type in {"softbreak", "hardbreak"}:
            spans.append(Words("\n", bold))
        elif child.type in {"em_open", "em_close"}:
            spans.append(Words(child.markup, bold))
        else:
            spans += _spans(child.content, facts, bold=bold)
    return Block(_trimmed(spans), bullet, tuple(facts))


def _spans(text: str, facts: list[str], *, bold: bool) -> Iterator[Words | Slot]:
    for number, part in enumerate(_SLOT.split(text)):
        if number % 2 == 0:
            if part:
                yield Words(part, bold)
        elif part.startswith(_WHILE):
            facts.append(part.removeprefix(_WHILE).strip())
        else:
            yield Slot(part.strip(), bold)


def _trimmed(spans: list[Words | Slot]) -> tuple[Words | Slot, ...]:
    while spans and isinstance(spans[-1], Words):
        last = Words(spans[-1].text.rstrip(), spans[-1].bold)
        if last.text:
            return (*spans[:-1], last)
        spans.pop()
    return tuple(spans)
