"""The seed documents and what was distilled from them; read by the check, not at every start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.content.fields import Line, Ranges, Slug, spelled
from bot.content.problem import Problem
from bot.content.reader import Reader
from bot.content.source import Source
from bot.content.unsound import Unsound


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
    sha256: Annotated[str, spelled("[0-9a-f]{64}", "64 of the signs 0-9 and a-f")]
    publisher: Line
    title: Line
    place: Line
    date: Line
    left_out: list[LeftOut] = []


class Statement(_Shape):
    """One entry of seeds/documents/<document>.yaml: something it says, in our own words."""

    id: Annotated[str, spelled("seed-[a-z0-9-]+", "it like `seed-wages`")]
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
    unsound: Unsound = field(default_factory=Unsound)


def read_seeds(root: Path) -> Seeds:
    """The seed documents of a checkout; nothing where it has none."""
    reader = Reader(root)
    documents = tuple(
        each
        for path in reader.files("seeds", "documents.yaml")
        for _, each in reader.items(path, Document, "document")
    )
    statements = tuple(
        (each, path, number)
        for path in reader.files("seeds/documents")
        for number, each in reader.items(path, Statement, "statement")
    )
    problems = tuple(reader.problems)
    return Seeds(documents, statements, reader.sources, problems, reader.unsound)


def paragraphs(ranges: str) -> set[int]:
    """The numbers that a text such as `3, 5-7` names."""
    found: set[int] = set()
    for part in ranges.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found
