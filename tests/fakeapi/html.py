"""Telegram's HTML: which tags there are, and how text is counted."""

import re
import sys
from html import unescape
from typing import Any

from fakeapi.faults import bad

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-spoiler": "spoiler",
    "a": "text_link", "span": "spoiler",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PIECE = re.compile(r"<(/?)([a-zA-Z-]*)([^<>]*)>|&(#?\w+);|([<>&])|([^<>&]+)")


def length(text: str) -> int:
    """UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def parse(html: str) -> tuple[str, list[dict[str, Any]]]:  # noqa: C901  # a table of cases
    """Text and entities. Raises Refusal in Telegram's words."""
    text, entities, opened = "", [], []
    for match in _PIECE.finditer(html):
        closing, tag, rest, entity, lone, words = match.groups()
        offset = len(html[: match.start()].encode())
        if words is not None:
            text += words
        elif entity is not None:
            text += _letter(entity)
        elif lone == "&":
            text += "&"
        elif lone is not None or not tag:
            raise bad(f'can\'t parse entities: unsupported start tag "" at byte offset {offset}')
        elif closing:
            if not opened or opened[-1][0] != tag.lower():
                raise bad(f"can't parse entities: unexpected end tag at byte offset {offset}")
            name, start, extra = opened.pop()
            if length(text) > start and (extra or name != "a"):
                entities.append(
                    {"type": _TAGS[name], "offset": start, "length": length(text) - start, **extra}
                )
        elif tag.lower() not in _TAGS:
            raise bad(
                f'can\'t parse entities: unsupported start tag "{tag}" at byte offset {offset}'
            )
        else:
            url = re.search('href="([^"]*)"', rest)
            extra = {"url": unescape(url[1])} if tag.lower() == "a" and url else {}
            opened.append((tag.lower(), length(text), extra))
    if opened:
        raise bad(
            "can't parse entities: can't find end tag corresponding to start tag "
            f'"{opened[-1][0]}"'
        )
    return text, sorted(entities, key=lambda each: (each["offset"], -each["length"]))


def _letter(name: str) -> str:
    if name.startswith("#"):
        number = re.fullmatch("#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))", name, re.IGNORECASE)
        code = (int(number[1], 16) if number[1] else int(number[2])) if number else 0
        usable = 0 < code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF
        return chr(code) if usable else f"&{name};"
    return _NAMED.get(name, f"&{name};")
