"""A file of content as a tree of texts, with the place of everything in it."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.content.problem import Problem

Path = tuple[str | int, ...]
Tree = str | list["Tree"] | dict[str, "Tree"]


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
    names: dict[Path, Mark] = field(default_factory=dict)
    """Where the keys themselves stand; `places` leads to their values."""
    text: str = ""

    def place(self, path: Path) -> Mark:
        """Where `path` stands; for what is missing, where the nearest thing around it stands."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Mark(1, 1))

    def place_of_name(self, path: Path) -> Mark:
        """Where the key of `path` stands."""
        return self.names.get(path) or self.place(path)

    def place_of_words(self, path: Path, words: str) -> Mark:
        """Where `words` stand in a text after `|`, whose lines are kept; else as `place`."""
        mark = self.place(path)
        lines = self.text.split("\n")[mark.line - 1 :]
        if not words or not lines[:1] or lines[0][mark.column - 1 : mark.column] != "|":
            return mark
        indent = len(lines[0]) - len(lines[0].lstrip())
        for number, line in enumerate(lines[1:], mark.line + 1):
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            if words in line:
                return Mark(number, line.index(words) + 1)
        return mark

    def problem(
        self, path: Path, rule: str, message: str, hint: str = "", *, words: str = ""
    ) -> Problem:
        """A problem at the place of `path`, or of `words` in the text there."""
        return self.problem_at(self.place_of_words(path, words), rule, message, hint)

    def problem_at(self, place: Mark, rule: str, message: str, hint: str = "") -> Problem:
        """A problem of this file at a place of it."""
        return Problem(self.path, place.line, place.column, rule, message, hint)
