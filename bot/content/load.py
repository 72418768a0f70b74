"""The reader: a checkout's seeds/ and content/ as one `Library`, and every fault in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar

from bot.content import build
from bot.content.card import Card, Danger, DangerChoice, Intent, Topic
from bot.content.fact import Fact
from bot.content.ids import CardId, DangerKind, FactId, IntentName, PlaceId, TopicId
from bot.content.languages import gather_texts, read_languages, unknown_languages
from bot.content.library import Library, named_values
from bot.content.partner import Partner
from bot.content.place import Place
from bot.content.problem import Problem
from bot.content.reader import Reader
from bot.content.references import reference_problems
from bot.content.shapes import (
    CardShape,
    CardTextShape,
    DangerChoiceShape,
    DangerShape,
    ElsewhereShape,
    FactShape,
    IntentShape,
    PartnerShape,
    PlaceShape,
    TopicShape,
    WordsShape,
)
from bot.content.source import Source
from bot.content.unsound import Unsound
from bot.content.validate import Shape
from bot.content.words import WordLists
from bot.errors import ContentError

Name = TypeVar("Name")
Record = TypeVar("Record")

_TOPICS: Final = PurePosixPath("content/topics.yaml")
_MENU: Final = PurePosixPath("content/danger-menu.yaml")
_PARTNER: Final = PurePosixPath("content/partner.yaml")
_WORDS: Final = PurePosixPath("content/words.yaml")


@dataclass(frozen=True)
class Content:
    """What was read: the library of all that is sound, the sources with positions, the problems."""

    library: Library
    sources: Mapping[PurePosixPath, Source]
    problems: tuple[Problem, ...]
    words: WordLists = field(default_factory=WordLists)
    unsound: Unsound = field(default_factory=Unsound)


def load(root: Path) -> Library:
    """The library of a checkout. Raises ContentError, which names every fault, if there is one."""
    content = read(root)
    if content.problems:
        listed = "\n".join(map(str, content.problems))
        raise ContentError(f"The content has {len(content.problems)} faults:\n{listed}")
    return content.library


def read(root: Path) -> Content:
    """Everything under `root`, as far as it is sound, with all problems of all files, sorted."""
    reader = Reader(root)
    loader = _Loader(reader)
    library, words = loader.library(), loader.words()
    problems = {*reader.problems, *reference_problems(library, reader.sources, reader.unsound)}
    return Content(library, reader.sources, tuple(sorted(problems)), words, reader.unsound)


class _Loader:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.languages = read_languages(reader)

    def library(self) -> Library:
        places = self._named("places", PlaceShape, PlaceId, build.place)
        facts = self._facts(places)
        return Library(
            languages=self.languages,
            topics=self._topics(),
            cards=self._cards(),
            dangers=self._dangers(),
            danger_menu=self._danger_menu(),
            intents=self._intents(),
            elsewhere=self._named("elsewhere", ElsewhereShape, str, build.elsewhere),
            facts=facts,
            places=places,
            values=named_values(facts, places),
            partner=self._partner(),
        )

    def words(self) -> WordLists:
        shape = self.reader.one(_WORDS, WordsShape)
        if shape is None:
            return WordLists()
        for name, lists in (("never", shape.never), ("private", shape.private)):
            self._look_for_languages(_WORDS, (name,), lists)
        return build.words(shape)

    def _partner(self) -> Partner | None:
        """None on a checkout that nobody runs for people yet."""
        if not (self.reader.root / _PARTNER).exists():
            return None
        shape = self.reader.one(_PARTNER, PartnerShape)
        return build.partner(shape) if shape else None

    def _topics(self) -> tuple[Topic, ...]:
        topics: dict[str, Topic] = {}
        for number, shape in self.reader.items(_TOPICS, TopicShape, "topic"):
            if shape.id in topics:
                self._twice(_TOPICS, (number, "id"), f"The topic `{shape.id}` stands twice.")
            self._look_for_languages(_TOPICS, (number, "name"), shape.name)
            topics.setdefault(shape.id, Topic(TopicId(shape.id), shape.emoji, shape.name))
        return tuple(topics.values())

    def _danger_menu(self) -> tuple[DangerChoice, ...]:
        choices = []
        for number, shape in self.reader.items(_MENU, DangerChoiceShape):
            self._look_for_languages(_MENU, (number, "label"), shape.label)
            kinds = tuple(map(DangerKind, shape.kinds))
            choices.append(DangerChoice(shape.picture, kinds, shape.label))
        return tuple(choices)

    def _facts(self, places: Mapping[PlaceId, Place]) -> dict[FactId, Fact]:
        facts: dict[FactId, Fact] = {}
        # Values of facts and phones of places are inserted by their names alone.
        valued: dict[str, PurePosixPath] = {name: place.path for name, place in places.items()}
        for path in self.reader.files("seeds"):
            if path.name == "documents.yaml":
                continue
            for number, shape in self.reader.items(path, FactShape, "fact", "value"):
                first = facts.get(FactId(shape.id))
                if first:
                    said = f"The fact `{shape.id}` stands in {first.path} too."
                    self._twice(path, (number, "id"), said, "Join the two.")
                    continue
                for name in shape.values:
                    if name in valued:
                        said = f"The value `{name}` stands in {valued[name]} too."
                        hint = "Give each a name of its own."
                        self._twice(path, (number, "values", name), said, hint)
                    valued.setdefault(name, path)
                facts[FactId(shape.id)] = build.fact(path, shape)
        return facts

    def _cards(self) -> dict[CardId, Card]:
        cards = {}
        for folder in self.reader.files("content/cards", "*/*"):
            if not (self.reader.root / folder).is_dir():
                continue  # notes beside the cards
            card_id = CardId("/".join(folder.parts[-2:]))
            path = folder / "card.yaml"
            shape = self.reader.one(path, CardShape, if_missing="Copy one from a similar card.")
            texts = self._card_texts(folder, card_id)
            if shape and texts:
                cards[card_id] = build.card(path, shape, texts, self.languages.source)
            else:
                self.reader.unsound.names.add(card_id)
        return cards

    def _card_texts(
        self, folder: PurePosixPath, card_id: CardId
    ) -> dict[str, tuple[PurePosixPath, CardTextShape]]:
        texts = {}
        for path in self.reader.files(str(folder)):
            if path.name == "card.yaml":
                continue
            text = self.reader.one(path, CardTextShape)
            if text is None:
                self.reader.unsound.names.add(f"{card_id}/{path.stem}")
            elif path.stem in self.languages:
                texts[path.stem] = (path, text)
            if path.stem not in self.languages:
                said = f"`{path.stem}` is no language of languages.yaml."
                hint = "Rename the file, or add the language there."
                self.reader.say(path, "language", said, hint)
        return texts

    def _dangers(self) -> dict[DangerKind, Danger]:
        def made(path: PurePosixPath, shape: DangerShape) -> Danger:
            for number, show in enumerate(shape.show):
                self._look_for_languages(path, ("show", number, "sound"), show.sound)
                self._look_for_languages(path, ("show", number, "meaning"), show.meaning)
            return build.danger(path, shape, self.languages.source)

        return self._named("dangers", DangerShape, DangerKind, made)

    def _intents(self) -> dict[IntentName, Intent]:
        def made(path: PurePosixPath, shape: IntentShape) -> Intent:
            return build.intent(path, shape, self.languages.source)

        return self._named("intents", IntentShape, IntentName, made)

    def _named(
        self,
        folder: str,
        shape: type[Shape],
        name: Callable[[str], Name],
        make: Callable[[PurePosixPath, Shape], Record],
    ) -> dict[Name, Record]:
        """Every file of `content/<folder>` by its name; blocks of languages go to `texts`."""

        def gathered(source: Source) -> Source:
            source, problems = gather_texts(source, shape, self.languages)
            self.reader.problems += problems
            return source

        records = {}
        for path in self.reader.files(f"content/{folder}"):
            found = self.reader.one(path, shape, prepare=gathered)
            if found:
                records[name(path.stem)] = make(path, found)
            else:
                self.reader.unsound.names.add(path.stem)
        return records

    def _look_for_languages(
        self, path: PurePosixPath, at: tuple[str | int, ...], codes: Mapping[str, object]
    ) -> None:
        self.reader.problems += unknown_languages(self.reader, path, at, codes, self.languages)

    def _twice(
        self,
        path: PurePosixPath,
        at: tuple[str | int, ...],
        said: str,
        hint: str = "Keep one of them.",
    ) -> None:
        self.reader.problems.append(self.reader.sources[path].problem(at, "twice", said, hint))
