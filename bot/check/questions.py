"""The questions of tests/questions: what people ask, and which card must answer, or none."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from bot.content import Library, Problem
from bot.content.fields import Line
from bot.content.reader import Reader
from bot.content.source import Path as Place
from bot.content.source import Source
from bot.content.suggestion import did_you_mean
from bot.content.unsound import Unsound

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
_NOTHING: Final = Unsound()


class _QuestionShape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    text: Line
    card: str
    also: list[str] = []
    kind: Kind
    danger: str = NONE
    intent: str = NONE
    person: Literal["third"] | None = None
    time: Literal["past"] | None = None


@dataclass(frozen=True)
class Question:
    """A message; `cards` are the right answers, empty when no card answers it.

    `third` is the person in danger who does not write; `past` is a danger that is over.
    """

    text: str
    language: str
    cards: tuple[str, ...]
    kind: Kind
    danger: str | None
    intent: str | None
    path: PurePosixPath
    number: int
    third: bool = False
    past: bool = False

    @property
    def is_for_tuning(self) -> bool:
        """Whether `sala tune` may learn from it; then no report counts it."""
        return is_for_tuning(self.text)


@dataclass(frozen=True)
class Questions:
    """All questions, and what is wrong in their files."""

    all: tuple[Question, ...]
    sources: Mapping[PurePosixPath, Source]
    problems: tuple[Problem, ...]


def read_questions(root: Path, library: Library, unsound: Unsound = _NOTHING) -> Questions:
    """The questions of every language under `root`/tests/questions.

    That they name something `unsound` is no fault of theirs.
    """
    reader = Reader(root)
    questions: list[Question] = []
    for path in reader.files("tests/questions"):
        if path.stem not in library.languages:
            continue  # floors.yaml stands here too
        lines: dict[str, int] = {}
        for number, shape in reader.items(path, _QuestionShape):
            source = reader.sources[path]
            first = lines.setdefault(shape.text, source.place((number, "text")).line)
            if first != source.place((number, "text")).line:
                said = f"`{shape.text}` stands twice; the first is on line {first}."
                problem = source.problem((number, "text"), "twice", said, "Keep one of them.")
                reader.problems.append(problem)
            reader.problems += _unknown(source, number, shape, library, unsound)
            questions.append(_question(path, number, shape))
    return Questions(tuple(questions), reader.sources, tuple(reader.problems))


def is_for_tuning(text: str) -> bool:
    """Into which of two halves a text falls: by its hash, so that nobody chooses."""
    return sha256(text.encode("utf-8", "replace")).digest()[0] % 2 == 0


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
        third=shape.person is not None,
        past=shape.time is not None,
    )


def _unknown(
    source: Source, number: int, shape: _QuestionShape, library: Library, unsound: Unsound
) -> Iterator[Problem]:
    names: list[tuple[Place, str, str, Collection[str]]] = [
        (("card",), "card", shape.card, library.cards),
        *((("also", place), "card", card, library.cards) for place, card in enumerate(shape.also)),
        (("danger",), "danger", shape.danger, library.dangers),
        (("intent",), "intent", shape.intent, library.intents),
    ]
    for at, what, name, known in names:
        if name != NONE and name not in known and not unsound.may_be(what, name):
            said = f"There is no {what} `{name}`."
            hint = did_you_mean(name, known, "Write `none` where nothing fits.")
            yield source.problem((number, *at), "unknown", said, hint)
