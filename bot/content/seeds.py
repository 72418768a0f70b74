"""The seed documents and what was distilled from them; read by the check, not at every start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from bot.content.problem import Problem
from bot.content.shapes import Line, Slug
from bot.content.validate import validate
from bot.content.yamltext import Source, read_yaml

Ranges = Annotated[str, Field(pattern=r"^\d+(-\d+)?(, ?\d+(-\d+)?)*$")]
Shape = TypeVar("Shape", bound=BaseModel)


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LeftOut(_Shape):
    """Paragraphs of a document that were not distilled, and why."""

    paragraphs: Ranges
    why: Line


class Document(_Shape):
    """One entry of seeds/documents.yaml. Paragraphs are non-empty lines, counted from 1."""

    id: Slug
    file: Line
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    publisher: Line
    title: Line
    place: Line
    date: Line
    left_out: list[LeftOut] = []


class Statement(_Shape):
    """One entry of seeds/documents/<document>.yaml: something it says, in our own words."""

    id: Annotated[str, Field(pattern="^seed-[a-z0-9-]+$")]
    says: Line
    document: Slug
    paragraphs: Ranges
    readers: Annotated[
        list[Literal["migrant", "volunteer", "administrator"]], Field(min_length=1, alias="for")
    ]
    cards: list[str] = []


@dataclass(frozen=True)
class Seeds:
    """Documents and statements in the order of their files, each with its place."""

    documents: tuple[Document, ...]
    statements: tuple[tuple[Statement, PurePosixPath, int], ...]
    sources: Mapping[PurePosixPath, Source]
    problems: tuple[Problem, ...]


def read_seeds(root: Path) -> Seeds:
    """The seed documents of a checkout; nothing where it has none."""
    sources: dict[PurePosixPath, Source] = {}
    problems: list[Problem] = []
    documents: list[Document] = []
    statements: list[tuple[Statement, PurePosixPath, int]] = []
    for file in sorted(root.glob("seeds/documents.yaml")):
        path = PurePosixPath(file.relative_to(root).as_posix())
        documents += [each for each, _ in _items(root, path, Document, sources, problems)]
    for file in sorted(root.glob("seeds/documents/*.yaml")):
        path = PurePosixPath(file.relative_to(root).as_posix())
        items = _items(root, path, Statement, sources, problems)
        statements += [(each, path, number) for each, number in items]
    return Seeds(tuple(documents), tuple(statements), sources, tuple(problems))


def paragraphs(ranges: str) -> set[int]:
    """The numbers that a text such as `3, 5-7` names."""
    found: set[int] = set()
    for part in ranges.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def _items(
    root: Path,
    path: PurePosixPath,
    shape: type[Shape],
    sources: dict[PurePosixPath, Source],
    problems: list[Problem],
) -> list[tuple[Shape, int]]:
    source, faults = read_yaml(path, (root / path).read_bytes())
    problems += faults
    if source is None:
        return []
    sources[path] = source
    items = []
    for number, tree in enumerate(source.tree if isinstance(source.tree, list) else []):
        found = validate(source, shape, tree, (number,))
        if isinstance(found, list):
            problems += found
        else:
            items.append((found, number))
    return items
