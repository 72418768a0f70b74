"""Faults that can be seen in the letters of a file, before anything is read from it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from bot.content.problem import Problem

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_COMMENT_IN_VALUE: Final = re.compile(
    r"^(?P<before>\s*(?:- +)*(?:[\w-]+: +)?[^\s#'\"|>&*!\[{].*?\S) +#"
)


def character_problems(path: PurePosixPath, text: str) -> Iterator[Problem]:
    """Invisible and control characters, tabs in front of lines, values cut short by ` #`."""
    yield from _invisible(path, text)
    yield from _lost_comments(path, text)


def _invisible(path: PurePosixPath, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for found in _CONTROL.finditer(line):
            said = f"There is an invisible control character (U+{ord(found[0]):04X}) here."
            yield Problem(path, number, found.start() + 1, "control-character", said, "Delete it.")
        for found in _INVISIBLE.finditer(line):
            said = f"There is an invisible character (U+{ord(found[0]):04X}) here."
            yield Problem(
                path,
                number,
                found.start() + 1,
                "invisible-character",
                said,
                "Delete it and type again.",
            )
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            said = "There is a tab in front of this line."
            yield Problem(path, number, indent.index("\t") + 1, "tab", said, "Use spaces.")


def _lost_comments(path: PurePosixPath, text: str) -> Iterator[Problem]:
    block_indent: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip())
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if re.search(r"[:-] +[|>][+-]?\d?\s*$", line) else None
        found = _COMMENT_IN_VALUE.match(line)
        if found:
            said = "Everything after ` #` on this line is not read."
            hint = "Put quotes around the text, or the comment on a line of its own."
            yield Problem(path, number, found.end(), "lost-comment", said, hint)
