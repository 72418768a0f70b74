"""YAML kept as text with positions: the only way in which Sala reads YAML.

The events of libyaml are walked without recursion, so neither depth nor size of a file can hurt,
and no value is ever turned into a number, a date or a yes/no: `0812345678`, `8:30` and `no` stay
what they are.
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final, Protocol

import yaml

from bot.content.characters import character_problems, escaped_problem, with_plain_lines
from bot.content.problem import Problem
from bot.content.source import Mark, Path, Source, Tree
from bot.content.syntax import Stop, syntax_problem

LARGEST: Final = 256 * 1024
"""Bytes of a file; the largest real list has about 70,000, the largest card 6,000."""
DEEPEST: Final = 12
"""Levels of lists and blocks inside each other; real files have five."""

_COMMENT: Final = re.compile("[ \t]+#")
_NOWHERE: Final = -1  # in the path of what is not kept: no key is a number


def read_yaml(path: PurePosixPath, raw: bytes) -> tuple[Source | None, list[Problem]]:
    """The file as a `Source`, or None with the problems that made it unreadable.

    Problems that do not stop the reading (invisible characters, comments inside a value) come with
    the source, so that one run names everything.
    """
    if len(raw) > LARGEST:
        size = f"This file has {len(raw):,} bytes; at most {LARGEST:,} are read."
        return None, [Problem(path, 1, 1, "too-large", size, "Divide it into several files.")]
    text = _decoded(path, raw)
    if isinstance(text, Problem):
        return None, [text]
    problems = list(character_problems(path, text))
    if any(problem.rule in {"control-character", "tab"} for problem in problems):
        return None, problems
    reader = _Reader(path, with_plain_lines(text))
    source = reader.read()
    return source, sorted([*problems, *reader.problems])


def _decoded(path: PurePosixPath, raw: bytes) -> str | Problem:
    hint = "Save the file as UTF-8."
    if raw.count(b"\0") * 3 > len(raw):
        said = "This is not UTF-8 text: every second byte is empty, as in UTF-16."
        return Problem(path, 1, 1, "encoding", said, hint)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        *lines, last = raw[: error.start].decode("utf-8").split("\n")
        said = f"This is not UTF-8 text: byte {raw[error.start]:#04x}."
        return Problem(path, len(lines) + 1, len(last) + 1, "encoding", said, hint)


@dataclass
class _Open:
    """A list or block whose end has not come yet."""

    tree: list[Tree] | dict[str, Tree]
    path: Path
    key: str | None = None
    dropped: bool = False
    """The key stands twice or is none: its value is walked and not kept."""


@dataclass
class _Reader:
    path: PurePosixPath
    text: str
    problems: list[Problem] = field(default_factory=list)
    places: dict[Path, Mark] = field(default_factory=dict)
    names: dict[Path, Mark] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    root: Tree | None = None
    documents: int = 0

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def read(self) -> Source | None:
        try:
            for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
                if not self._take(event):
                    return None
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(self.path, self.text, _stop(error)))
            return None
        if self.root is None or self.root == "":
            said = "This file is empty."
            self._say(Mark(1, 1), "empty", said, "Copy another file of this kind and change it.")
            return None
        return Source(self.path, self.root, self.places, self.names, self.text)

    def _take(self, event: yaml.Event) -> bool:
        place = _mark(getattr(event, "start_mark", None))
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                said = "A second document starts here (`---`)."
                return self._say(place, "second-document", said, "One file holds one thing.")
        if isinstance(event, yaml.AliasEvent):
            said = f"`*{event.anchor}` refers to another place of the file."
            return self._say(
                place, "alias", said, "Write the value out, or put quotes around a text with *."
            )
        if not isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
            return True
        if event.anchor:
            said = f"`&{event.anchor}` names a place of the file."
            return self._say(
                place, "anchor", said, "Delete it, or put quotes around a text with &."
            )
        if getattr(event, "tag", None):
            said = "`!` in front of a value makes it a YAML tag."
            return self._say(place, "tag", said, "Delete it, or put quotes around a text with !.")
        return self._node(event, place)

    def _node(self, event: yaml.NodeEvent, place: Mark) -> bool:
        parent = self.stack[-1] if self.stack else None
        is_key = parent is not None and isinstance(parent.tree, dict) and parent.key is None
        if isinstance(event, yaml.ScalarEvent):
            plain = self._look_at(event, place)
            if is_key:
                return self._key(event.value, place, plain=plain)
            return self._add(event.value, place) is not None
        if is_key:
            return self._say(place, "key", "A name is expected here, not a list or block.", "")
        if len(self.stack) >= DEEPEST:
            said = f"Here are more than {DEEPEST} lists or blocks inside each other."
            return self._say(
                place, "too-deep", said, "Look at the brackets and the spaces in front."
            )
        tree: Tree = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        path = self._add(tree, place)
        if path is None:
            return False
        self.stack.append(_Open(tree, path))  # type: ignore[arg-type]  # never a text
        return True

    def _look_at(self, event: yaml.ScalarEvent, place: Mark) -> bool:
        """Tell what YAML makes of a text without saying so; whether all its letters are seen."""
        if event.style == ">":
            said = "`>` joins the lines of this text."
            self._say(place, "folded-text", said, "Use `|`, which keeps them.")
        if event.style == '"':
            start, end = event.start_mark, event.end_mark
            written = self.text[start.index : end.index] if start and end else ""
            problem = escaped_problem(self.path, place.line, place.column, written, event.value)
            if problem:
                self.problems.append(problem)
                return False
        if not event.style and event.value:
            self._look_behind(_mark(event.end_mark))
        return True

    def _look_behind(self, end: Mark) -> None:
        comment = _COMMENT.match(self.lines[end.line - 1], end.column - 1)
        if comment:
            said = "Everything after ` #` on this line is not read."
            hint = "Put quotes around the text, or the comment on a line of its own."
            self._say(Mark(end.line, comment.end()), "lost-comment", said, hint)

    def _key(self, name: str, place: Mark, *, plain: bool) -> bool:
        parent = self.stack[-1]
        path = (*parent.path, name)
        parent.key = name
        parent.dropped = name in parent.tree or not plain
        if name in parent.tree:
            said = f"`{name}` stands twice; the first is on line {self.names[path].line}."
            self._say(place, "twice", said, "Keep one of them.")
        elif plain:
            self.places[path] = self.names[path] = place
        return True

    def _add(self, tree: Tree, place: Mark) -> Path | None:
        """Hang the value where it belongs; its path."""
        if not self.stack:
            self.root = tree
            self.places[()] = place
            return ()
        parent = self.stack[-1]
        if isinstance(parent.tree, list):
            path = (*parent.path, len(parent.tree))
            parent.tree.append(tree)
            self.places[path] = place
            return path
        if parent.key is None:
            return None
        key, parent.key = parent.key, None
        if parent.dropped:
            return (*parent.path, _NOWHERE)
        path = (*parent.path, key)
        parent.tree[key] = tree
        if isinstance(tree, str) and tree:
            self.places[path] = place
        return path

    def _say(self, place: Mark, rule: str, message: str, hint: str) -> bool:
        self.problems.append(Problem(self.path, place.line, place.column, rule, message, hint))
        return False


class _Position(Protocol):
    """A mark of libyaml or of its Python twin: from 0."""

    line: int
    column: int


def _mark(mark: _Position | None) -> Mark:
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


def _stop(error: yaml.YAMLError) -> Stop:
    """Where and why; an error without marks is one of the whole file."""
    said, context = getattr(error, "problem", None), getattr(error, "context", None)
    opened = getattr(error, "context_mark", None)
    place = getattr(error, "problem_mark", None) or opened
    return Stop(str(said or context or error), str(context or ""), _mark(place), _mark(opened))
