"""The reader: a checkout's seeds/ and content/ as one `Library`, and every fault in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from bot.content import build
from bot.content.card import Card, Danger, DangerChoice, Intent, Topic
from bot.content.fact import Fact
from bot.content.ids import CardId, DangerKind, FactId, IntentName, PlaceId, TopicId
from bot.content.library import Library, named_values
from bot.content.problem import Problem
from bot.content.references import reference_problems
from bot.content.shapes import (
    CardShape,
    CardTextShape,
    DangerChoiceShape,
    DangerShape,
    ElsewhereShape,
    FactShape,
    IntentShape,
    LanguageShape,
    PlaceShape,
    TopicShape,
)
from bot.content.validate import Shape, validate
from bot.content.yamltext import Source, read_yaml
from bot.errors import ContentError
from bot.language import Language, Languages

Name = TypeVar("Name")
Record = TypeVar("Record")


@dataclass(frozen=True)
class Content:
    """What was read: the library of all that is sound, the sources with positions, the problems."""

    library: Library
    sources: Mapping[PurePosixPath, Source]
    problems: tuple[Problem, ...]


def load(root: Path) -> Library:
    """The library of a checkout. Raises ContentError, which names every fault, if there is one."""
    content = read(root)
    if content.problems:
        listed = "\n".join(map(str, content.problems))
        raise ContentError(f"The content has {len(content.problems)} faults:\n{listed}")
    return content.library


def read(root: Path) -> Content:
    """Everything under `root`, as far as it is sound, with all problems of all files, sorted."""
    reader = _Reader(root)
    library = reader.library()
    problems = [*reader.problems, *reference_problems(library, reader.sources, reader.unsound)]
    return Content(library, reader.sources, tuple(sorted(set(problems))))


@dataclass
class _Reader:
    root: Path
    sources: dict[PurePosixPath, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unsound: set[str] = field(default_factory=set)
    """Ids of things whose file did not load: naming them elsewhere is no second fault."""

    def library(self) -> Library:
        languages = self._languages()
        self._source(PurePosixPath("content/words.yaml"))
        facts = self._facts()
        places = self._named("places", PlaceShape, PlaceId, build.place)
        return Library(
            languages=languages,
            topics=self._topics(),
            cards=self._cards(languages),
            dangers=self._dangers(languages),
            danger_menu=self._danger_menu(),
            intents=self._intents(languages),
            elsewhere=self._named("elsewhere", ElsewhereShape, str, build.elsewhere),
            facts=facts,
            places=places,
            values=named_values(facts, places),
        )

    def _languages(self) -> Languages:
        shapes = self._list(PurePosixPath("content/languages.yaml"), LanguageShape)
        languages = [
            Language(
                code=shape.code,
                name=shape.name,
                locale=shape.locale,
                fallback=tuple(shape.fallback),
                complete=shape.complete,
                screen=shape.screen,
                choose=shape.choose,
            )
            for shape in shapes
        ]
        return Languages(tuple(languages) or (Language("en", "English", "en", complete=True),))

    def _topics(self) -> tuple[Topic, ...]:
        shapes = self._list(PurePosixPath("content/topics.yaml"), TopicShape)
        return tuple(Topic(TopicId(each.id), each.emoji, each.name) for each in shapes)

    def _danger_menu(self) -> tuple[DangerChoice, ...]:
        shapes = self._list(PurePosixPath("content/danger-menu.yaml"), DangerChoiceShape)
        return tuple(
            DangerChoice(each.picture, tuple(map(DangerKind, each.kinds)), each.label)
            for each in shapes
        )

    def _facts(self) -> dict[FactId, Fact]:
        facts: dict[FactId, Fact] = {}
        for path in self._files("seeds/*.yaml"):
            if path.name == "documents.yaml":
                continue
            for number, shape in enumerate(self._list(path, FactShape)):
                if shape.id in facts:
                    said = f"The fact `{shape.id}` stands in {facts[FactId(shape.id)].path} too."
                    place = self.sources[path].problem
                    self.problems.append(place((number, "id"), "twice", said, "Join the two."))
                facts[FactId(shape.id)] = build.fact(path, shape)
        return facts

    def _cards(self, languages: Languages) -> dict[CardId, Card]:
        cards = {}
        for folder in self._files("content/cards/*/*"):
            card_id = CardId("/".join(folder.parts[-2:]))
            shape = self._one(folder / "card.yaml", CardShape)
            texts = {}
            for path in self._files(f"{folder}/*.yaml"):
                if path.name == "card.yaml":
                    continue
                text = self._one(path, CardTextShape)
                if path.stem not in languages:
                    self._say(path, "language", f"`{path.stem}` is no language of languages.yaml.")
                elif text:
                    texts[path.stem] = (path, text)
            if shape and texts:
                cards[card_id] = build.card(folder / "card.yaml", shape, texts, languages.source)
            else:
                self.unsound.add(card_id)
        return cards

    def _dangers(self, languages: Languages) -> dict[DangerKind, Danger]:
        def made(path: PurePosixPath, shape: DangerShape) -> Danger:
            return build.danger(path, shape, languages.source)

        return self._named("dangers", DangerShape, DangerKind, made, languages)

    def _intents(self, languages: Languages) -> dict[IntentName, Intent]:
        def made(path: PurePosixPath, shape: IntentShape) -> Intent:
            return build.intent(path, shape, languages.source)

        return self._named("intents", IntentShape, IntentName, made, languages)

    def _named(
        self,
        folder: str,
        shape: type[Shape],
        name: Callable[[str], Name],
        make: Callable[[PurePosixPath, Shape], Record],
        languages: Languages | None = None,
    ) -> dict[Name, Record]:
        """Every file of `content/<folder>` by its name; blocks of `languages` go to `texts`."""
        records = {}
        for path in self._files(f"content/{folder}/*.yaml"):
            found = self._one(path, shape, languages)
            if found:
                records[name(path.stem)] = make(path, found)
            else:
                self.unsound.add(path.stem)
        return records

    def _one(
        self, path: PurePosixPath, shape: type[Shape], languages: Languages | None = None
    ) -> Shape | None:
        source = self._source(path)
        if source is None:
            return None
        if languages and isinstance(source.tree, dict):
            source = self.sources[path] = _with_texts(source, languages)
        found = validate(source, shape, source.tree)
        if isinstance(found, list):
            self.problems += found
            return None
        return found

    def _list(self, path: PurePosixPath, shape: type[Shape]) -> list[Shape]:
        source = self._source(path)
        if source is None:
            return []
        if not isinstance(source.tree, list):
            said = "This file is expected to be a list."
            self._say(path, "kind", said, "Start each entry with `- ` at the beginning of a line.")
            return []
        return self._sound_items(source, shape)

    def _sound_items(self, source: Source, shape: type[Shape]) -> list[Shape]:
        items = []
        for number, tree in enumerate(source.tree):
            found = validate(source, shape, tree, (number,))
            if isinstance(found, list):
                self.problems += found
                name = tree.get("id", "") if isinstance(tree, dict) else ""
                self.unsound.add(str(name))
            else:
                items.append(found)
        return items

    def _source(self, path: PurePosixPath) -> Source | None:
        file = self.root / path
        if not file.is_file():
            self._say(
                path, "missing-file", "This file is missing.", "Copy one from a similar card."
            )
            return None
        source, problems = read_yaml(path, file.read_bytes())
        self.problems += problems
        if source:
            self.sources[path] = source
        return source

    def _files(self, pattern: str) -> list[PurePosixPath]:
        return sorted(
            PurePosixPath(path.relative_to(self.root).as_posix())
            for path in self.root.glob(pattern)
        )

    def _say(self, path: PurePosixPath, rule: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path, 1, 1, rule, message, hint))


def _with_texts(source: Source, languages: Languages) -> Source:
    """The source with the blocks of languages moved under `texts`, their places with them."""
    assert isinstance(source.tree, dict)  # noqa: S101  # the caller has looked
    texts = {key: tree for key, tree in source.tree.items() if key in languages}
    rest = {key: tree for key, tree in source.tree.items() if key not in languages}
    places = {
        ("texts", *path) if path and path[0] in texts else path: mark
        for path, mark in source.places.items()
    }
    return Source(source.path, {**rest, "texts": texts}, places)
