"""Files of a checkout as shapes, with every problem on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bot.content.problem import Problem
from bot.content.source import Source
from bot.content.unsound import Unsound
from bot.content.validate import Shape, validate
from bot.content.yamltext import read_yaml

_OF_SALA = "Take it from another checkout of Sala."


@dataclass
class Reader:
    """What was read so far under `root`."""

    root: Path
    sources: dict[PurePosixPath, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unsound: Unsound = field(default_factory=Unsound)

    def files(self, folder: str, pattern: str = "*.yaml") -> list[PurePosixPath]:
        """What lies in a folder, sorted; hidden things are left by an editor or a system."""
        return sorted(
            PurePosixPath(path.relative_to(self.root).as_posix())
            for path in (self.root / folder).glob(pattern)
            if not path.name.startswith(".")
        )

    def one(
        self,
        path: PurePosixPath,
        shape: type[Shape],
        *,
        prepare: Callable[[Source], Source] | None = None,
        if_missing: str = _OF_SALA,
    ) -> Shape | None:
        """A file that holds one thing, made ready for its shape by `prepare`."""
        source = self._source(path, if_missing)
        if source is None:
            return None
        if prepare:
            source = self.sources[path] = prepare(source)
        found = validate(source, shape, source.tree)
        if isinstance(found, list):
            self.problems += found
            return None
        return found

    def items(
        self, path: PurePosixPath, shape: type[Shape], *kinds: str
    ) -> list[tuple[int, Shape]]:
        """The sound entries of a file that is a list, numbered as they stand in it.

        If the file is no list, everything of these `kinds` may have been in it.
        """
        source = self._source(path, _OF_SALA)
        trees = source.tree if source else None
        if source is None or not isinstance(trees, list) or not trees:
            self.unsound.kinds |= set(kinds)
            if source and trees == []:
                self.say(path, "empty", "This list is empty.", "Write at least one entry.")
            elif source:
                said = "This file is expected to be a list."
                self.say(
                    path, "kind", said, "Start each entry with `- ` at the beginning of a line."
                )
            return []
        items = []
        for number, tree in enumerate(trees):
            found = validate(source, shape, tree, (number,))
            if isinstance(found, list):
                self.problems += found
                self.unsound.add_entry(tree)
            else:
                items.append((number, found))
        return items

    def say(self, path: PurePosixPath, rule: str, message: str, hint: str = "") -> None:
        """A problem of a whole file."""
        self.problems.append(Problem(path, 1, 1, rule, message, hint))

    def _source(self, path: PurePosixPath, if_missing: str) -> Source | None:
        file = self.root / path
        if not file.is_file():
            self.say(path, "missing-file", "This file is missing.", if_missing)
            return None
        source, problems = read_yaml(path, file.read_bytes())
        self.problems += problems
        if source:
            self.sources[path] = source
        return source
