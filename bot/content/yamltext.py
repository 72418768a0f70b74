"""YAML kept as text with positions: the only way in which Sala reads YAML.

The events of libyaml are walked without recursion, so neither depth nor size of a file can hurt,
and no value is ever turned into a number, a date or a yes/no: `0812345678`, `8:30` and `no` stay
what they are.
"""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

import yaml

from bot.content.characters import character_problems
from bot.content.problem import Problem

LARGEST: Final = 64 * 1024
"""Bytes of a content file; the largest real card has about 6,000."""
DEEPEST: Final = 12
"""Levels of lists and blocks inside each other; real files have five."""

Path = tuple[str | int, ...]
Tree = str | list["Tree"] | dict[str, "Tree"]

_SECOND: Final = "\0"  # marks a key that stands twice until its block is closed
_HINTS: Final = {
    "mapping values are not allowed": "A text with a colon in it needs quotes around it.",
    "found character that cannot start any token": (
        "A text that starts with a sign such as @ % ` or a tab needs quotes around it."
    ),
    "exceeded maximum nesting depth": "There are far too many brackets inside each other.",
    "found unexpected end of stream": "A quote or a bracket is opened and never closed.",
    "could not find expected ':'": "A line lacks its colon, or its spaces in front differ.",
    "did not find expected key": "Lines of one block start at the same column.",
    "did not find expected '-' indicator": "Items of one list start at the same column.",
    "found unknown escape character": "Use single quotes, or write the backslash twice.",
}


@dataclass(frozen=True)
class Mark:
    """A position: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file as a tree of texts, with the place of every key, item and value."""

    path: PurePosixPath
    tree: Tree
    places: dict[Path, Mark]

    def place(self, path: Path) -> Mark:
        """Where `path` stands; for what is missing, where the nearest thing around it stands."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Mark(1, 1))

    def problem(self, path: Path, rule: str, message: str, hint: str = "") -> Problem:
        """A problem at the place of `path`."""
        place = self.place(path)
        return Problem(self.path, place.line, place.column, rule, message, hint)


def read_yaml(path: PurePosixPath, raw: bytes) -> tuple[Source | None, list[Problem]]:
    """The file as a `Source`, or None with the problems that made it unreadable.

    Problems that do not stop the reading (invisible characters, comments inside a value) come with
    the source, so that one run names everything.
    """
    if len(raw) > LARGEST:
        size = f"This file has {len(raw):,} bytes; at most {LARGEST:,} are read."
        return None, [Problem(path, 1, 1, "too-large", size, "Divide it into several files.")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        said = f"This is not UTF-8 text: byte {raw[error.start]:#04x}."
        return None, [Problem(path, line, column, "encoding", said, "Save the file as UTF-8.")]
    problems = list(character_problems(path, text))
    if any(problem.rule in {"control-character", "tab"} for problem in problems):
        return None, problems
    reader = _Reader(path)
    source = reader.read(text.replace("\ufeff", " "))
    return source, sorted([*problems, *reader.problems])


@dataclass
class _Open:
    """A list or block whose end has not come yet."""

    tree: list[Tree] | dict[str, Tree]
    path: Path
    key: str | None = None


@dataclass
class _Reader:
    path: PurePosixPath
    problems: list[Problem] = field(default_factory=list)
    places: dict[Path, Mark] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    root: Tree | None = None
    documents: int = 0

    def read(self, text: str) -> Source | None:
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                if not self._take(event):
                    return None
        except yaml.MarkedYAMLError as error:
            self._refuse_syntax(error)
            return None
        if self.root is None or self.root == "":
            said = "This file is empty."
            self._say(Mark(1, 1), "empty", said, "Copy another file of this kind and change it.")
            return None
        return Source(self.path, self.root, self.places)

    def _take(self, event: yaml.Event) -> bool:
        mark = getattr(event, "start_mark", None)
        place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
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
                self._close(self.stack.pop().tree)
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
            if is_key:
                return self._key(event.value, place)
            if event.style == ">":
                said = "`>` joins the lines of this text."
                self._say(place, "folded-text", said, "Use `|`, which keeps them.")
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

    @staticmethod
    def _close(tree: list[Tree] | dict[str, Tree]) -> None:
        if isinstance(tree, dict):
            for key in [key for key in tree if key.startswith(_SECOND)]:
                del tree[key]

    def _key(self, name: str, place: Mark) -> bool:
        parent = self.stack[-1]
        path = (*parent.path, name)
        if isinstance(parent.tree, dict) and name in parent.tree:
            first = self.places[path].line
            said = f"`{name}` stands twice; the first is on line {first}."
            self._say(place, "twice", said, "Keep one of them.")
            parent.key = _SECOND + name
            return True
        parent.key = name
        self.places[path] = place
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
        path = (*parent.path, parent.key)
        parent.tree[parent.key] = tree
        parent.key = None
        if isinstance(tree, str) and tree:
            self.places[path] = place
        self.places.setdefault(path, place)
        return path

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
        said = str(error.problem or error.context)
        hint = next((hint for part, hint in _HINTS.items() if part in f"{said} {error}"), "")
        self._say(place, "syntax", f"This cannot be read as YAML ({said}).", hint)

    def _say(self, place: Mark, rule: str, message: str, hint: str) -> bool:
        self.problems.append(Problem(self.path, place.line, place.column, rule, message, hint))
        return False
