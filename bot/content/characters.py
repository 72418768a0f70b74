"""Faults that can be seen in the letters of a file, before anything is read from it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from bot.content.problem import Problem

# A break that only YAML counts as one: its lines would not be those of the volunteer's editor.
_BREAKS: Final = "\x85\u2028\u2029"
_LONE_RETURN: Final = re.compile(r"\r(?!\n|\Z)")
_INVISIBLE: Final = re.compile(
    f"[{_BREAKS}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_NO_WORD_BREAK: Final = re.compile(f"[{_BREAKS}\ufeff]")


def character_problems(path: PurePosixPath, text: str) -> Iterator[Problem]:
    """Invisible and control characters, tabs in front of lines."""
    for number, line in enumerate(text.split("\n"), 1):
        yield from _unseen(path, number, line)
        for found in _LONE_RETURN.finditer(line):
            said = "There is an old line end (U+000D) here that most editors do not show."
            hint = "Delete it and press Enter."
            yield Problem(path, number, found.start() + 1, "invisible-character", said, hint)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            said = "There is a tab in front of this line."
            yield Problem(path, number, indent.index("\t") + 1, "tab", said, "Use spaces.")


def _unseen(path: PurePosixPath, number: int, line: str) -> Iterator[Problem]:
    for found in _CONTROL.finditer(line):
        said = f"There is an invisible control character ({_name(found[0])}) here."
        yield Problem(path, number, found.start() + 1, "control-character", said, "Delete it.")
    for found in _INVISIBLE.finditer(line):
        said = f"There is an invisible character ({_name(found[0])}) here."
        hint = "Delete it and type again."
        yield Problem(path, number, found.start() + 1, "invisible-character", said, hint)


def escaped_problem(
    path: PurePosixPath, line: int, column: int, written: str, value: str
) -> Problem | None:
    """A sign that a text in quotes, as it is `written`, does not hold and its `value` does."""
    for rule, signs in (("control-character", _CONTROL), ("invisible-character", _INVISIBLE)):
        found = next((sign for sign in signs.findall(value) if sign not in written), None)
        if found:
            said = f"A backslash writes an invisible character ({_name(found)}) into this text."
            return Problem(
                path, line, column, rule, said, "Delete it, or write the backslash twice."
            )
    return None


def with_plain_lines(text: str) -> str:
    """The text with the lines that an editor shows; what else YAML would break at is a space."""
    return _LONE_RETURN.sub(" ", _NO_WORD_BREAK.sub(" ", text.removeprefix("\ufeff")))


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X}"
