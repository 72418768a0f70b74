"""The questions of tests/questions: what people ask, and which card must answer, or none."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.content import Library, Problem
from bot.content.validate import validate
from bot.content.yamltext import Source, read_yaml

Kind = Literal[
    "plain",
    "short",
    "long",
    "misspelt",
    "slang",
    "mixed",
    "romanised",
    "zawgyi",
    "nodiacritics",
    "near-miss",
]
NONE = "none"


class _QuestionShape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str
    card: str
    also: list[str] = []
    kind: Kind
    danger: str = NONE
    intent: str = NONE


@dataclass(frozen=True)
class Question:
    """A message; `cards` are the right answers, empty when no card answers it."""

    text: str
    language: str
    cards: tuple[str, ...]
    kind: Kind
    danger: str | None
    intent: str | None
    path: PurePosixPath
    number: int


@dataclass(frozen=True)
class Questions:
    """All questions, and what is wrong in their files."""

    all: tuple[Question, ...]
    sources: Mapping[PurePosixPath, Source]
    problems: tuple[Problem, ...]


def read_questions(root: Path, library: Library) -> Questions:
    """The questions of every language under `root`/tests/questions."""
    questions: list[Question] = []
    sources: dict[PurePosixPath, Source] = {}
    problems: list[Problem] = []
    for file in sorted((root / "tests/questions").glob("*.yaml")):
        path = PurePosixPath(file.relative_to(root).as_posix())
        if path.stem not in library.languages:
            continue
        source, faults = read_yaml(path, file.read_bytes())
        problems += faults
        if source is None:
            continue
        sources[path] = source
        for number, tree in enumerate(source.tree if isinstance(source.tree, list) else []):
            shape = validate(source, _QuestionShape, tree, (number,))
            if isinstance(shape, list):
                problems += shape
                continue
            problems += _unknown(source, number, shape, library)
            questions.append(_question(path, number, shape))
    return Questions(tuple(questions), sources, tuple(problems))


def _question(path: PurePosixPath, number: int, shape: _QuestionShape) -> Question:
    return Question(
        text=shape.text,
        language=path.stem,
        cards=tuple(card for card in (shape.card, *shape.also) if card != NONE),
        kind=shape.kind,
        danger=None if shape.danger == NONE else shape.danger,
        intent=None if shape.intent == NONE else shape.intent,
        path=path,
        number=number,
    )


def _unknown(
    source: Source, number: int, shape: _QuestionShape, library: Library
) -> Iterable[Problem]:
    names: list[tuple[str, str, Container[str]]] = [
        *(("card", card, library.cards) for card in (shape.card, *shape.also)),
        ("danger", shape.danger, library.dangers),
        ("intent", shape.intent, library.intents),
    ]
    for key, name, known in names:
        if name != NONE and name not in known:
            said = f"There is no {key} `{name}`."
            yield source.problem((number, key), "unknown", said, "Write `none` where nothing fits.")
