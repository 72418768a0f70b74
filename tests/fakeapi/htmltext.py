"""Telegram's own HTML, with its errors in its own words (td::parse_html)."""

import re

from fakeapi.errors import bad
from fakeapi.links import checked_link
from fakeapi.records import Entity

TYPES = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot)(?![A-Za-z]));?")
NAME = re.compile(r"""[^\s=>/"']*""")
TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
MAX_ENTITIES = 100


def utf16(text):
    """The length that Telegram counts."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def parse_html(source):
    """The plain text and its entities; raises Refused as Telegram does."""
    return _Parser(source).parse()


def decoded(text):
    """The text with its character references resolved."""

    def letter(found):
        decimal, hexadecimal, named = found.groups()
        if named:
            return NAMED[named]
        code = int(decimal) if decimal else int(hexadecimal, 16)
        valid = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
        return chr(code) if valid else found.group()

    return REFERENCE.sub(letter, text)


def trimmed(text, entities):
    """Without the white space at both ends, the entities moved along."""
    start = utf16(text) - utf16(text.lstrip())
    text = text.strip()
    end = utf16(text)
    moved = []
    for entity in entities:
        first = min(max(entity.offset - start, 0), end)
        last = min(max(entity.offset + entity.length - start, 0), end)
        if last > first:
            moved.append(Entity(entity.type, first, last - first, entity.extra))
    moved.sort(key=lambda each: (each.offset, -each.length))
    return text, tuple(moved[:MAX_ENTITIES])


class _Parser:
    def __init__(self, source):
        self.source = source
        self.at = 0
        self.tag_at = 0
        self.out = []
        self.length = 0
        self.open = []
        self.entities = []

    def parse(self):
        while self.at < len(self.source):
            start = self.source.find("<", self.at)
            self.write(self.source[self.at : start if start >= 0 else None])
            if start < 0:
                break
            self.tag_at, self.at = start, start + 1
            if self.source.startswith("/", self.at):
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            raise bad(
                "can't parse entities: Can't find end tag corresponding to start tag "
                f'"{self.open[-1][0]}"'
            )
        return "".join(self.out), self.entities

    def write(self, text):
        text = decoded(text)
        self.out.append(text)
        self.length += utf16(text)

    def fail(self, text, at=None):
        at = self.tag_at if at is None else at
        where = len(self.source[:at].encode())
        return bad(f"can't parse entities: {text.format(where=f'at byte offset {where}')}")

    def take(self, pattern):
        found = pattern.match(self.source, self.at)
        self.at = found.end()
        return found.group()

    def skip_spaces(self):
        self.take(re.compile(r"\s*"))
        return self.source[self.at : self.at + 1]

    def start_tag(self):
        name = self.take(re.compile(r"[^\s>]*")).lower()
        if self.at >= len(self.source):
            raise self.fail("Unclosed start tag {where}")
        if name not in TYPES:
            quoted = name.replace("{", "{{").replace("}", "}}")
            raise self.fail(f'Unsupported start tag "{quoted}" {{where}}')
        attributes = {}
        while self.skip_spaces() != ">":
            if self.at >= len(self.source):
                raise self.fail("Unclosed start tag {where}")
            attributes.update([self.attribute(name)])
        self.at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.fail('Tag "span" must have class "tg-spoiler" {where}')
        self.open.append((name, attributes, self.length, len(self.out)))

    def attribute(self, tag):
        name = self.take(NAME)
        if not name:
            raise self.fail(f'Empty attribute name in the tag "{tag}" {{where}}')
        if self.skip_spaces() != "=":
            if (tag, name) == ("blockquote", "expandable"):
                return name, ""
            raise self.fail(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" {{where}}'
            )
        self.at += 1
        return name, self.value(self.skip_spaces())

    def value(self, quote):
        if quote and quote in "\"'":
            end = self.source.find(quote, self.at + 1)
            if end < 0:
                raise self.fail("Unclosed start tag {where}")
            value, self.at = decoded(self.source[self.at + 1 : end]), end + 1
            return value
        start = self.at
        value = self.take(TOKEN).lower()
        if not re.match(r"[\s>]", self.source[self.at : self.at + 1]):
            raise self.fail("Unexpected end of name token {where}", start)
        return value

    def end_tag(self):
        if not self.open:
            raise self.fail("Unexpected end tag {where}")
        self.at += 1
        found = self.take(re.compile(r"[^\s>]*")).lower()
        if self.skip_spaces() != ">":
            raise self.fail("Unclosed end tag {where}")
        self.at += 1
        name, attributes, offset, piece = self.open.pop()
        if found and found != name:
            quoted = found.replace("{", "{{").replace("}", "}}")
            raise self.fail(
                f'Unmatched end tag {{where}}, expected "</{name}>", found "</{quoted}>"'
            )
        if self.length > offset:
            self.close(name, attributes, offset, "".join(self.out[piece:]))

    def close(self, name, attributes, offset, inside):
        kind, extra = TYPES[name], {}
        if name == "a":
            extra["url"] = checked_link(attributes.get("href") or inside)
            if extra["url"] is None:
                return
        elif name == "tg-emoji":
            extra["custom_emoji_id"] = attributes.get("emoji-id", "")
        elif name == "code" and attributes.get("class", "").startswith("language-"):
            extra["language"] = attributes["class"].removeprefix("language-")
        elif name == "pre":
            extra = self.swallow_code(offset)
        elif "expandable" in attributes:
            kind = "expandable_blockquote"
        length = self.length - offset
        inside_pre = bool(self.open) and self.open[-1][0] == "pre"
        if kind == "code" and not inside_pre:
            extra = {}
        self.entities.append(Entity(kind, offset, length, tuple(sorted(extra.items()))))

    def swallow_code(self, offset):
        """What `<pre><code class="language-…">` says of its language."""
        last = self.entities[-1] if self.entities else None
        if last and (last.type, last.offset, last.length) == ("code", offset, self.length - offset):
            return dict(self.entities.pop().extra)
        return {}
