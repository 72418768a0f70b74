"""Names that lead nowhere: what one file says of another, checked over the whole library."""

from collections.abc import Container, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from bot.content.card import Card, Danger
from bot.content.library import Library
from bot.content.markup import Block
from bot.content.problem import Problem
from bot.content.yamltext import Path, Source


def reference_problems(
    library: Library, sources: Mapping[PurePosixPath, Source], unsound: Container[str]
) -> Iterator[Problem]:
    """A problem for each name of a fact, place, card, kind, topic or value that does not exist.

    Names in `unsound` belong to files that did not load; their faults are told already.
    """
    finder = _Finder(library, sources, unsound)
    for card in library.cards.values():
        yield from finder.card(card)
    for danger in library.dangers.values():
        yield from finder.danger(danger)
    for intent in library.intents.values():
        yield from finder.names(intent.path, ("cards",), intent.cards, library.cards, "card")
        for language, text in intent.texts.items():
            yield from finder.slots(intent.path, ("texts", language, "text"), text.blocks)
    for elsewhere in library.elsewhere.values():
        kinds = elsewhere.calm
        yield from finder.names(elsewhere.path, ("calm",), kinds, library.dangers, "kind of danger")
    menu = PurePosixPath("content/danger-menu.yaml")
    for number, choice in enumerate(library.danger_menu):
        path = (number, "kinds")
        yield from finder.names(menu, path, choice.kinds, library.dangers, "kind of danger")


class _Finder:
    def __init__(
        self,
        library: Library,
        sources: Mapping[PurePosixPath, Source],
        unsound: Container[str],
    ) -> None:
        self.library = library
        self.sources = sources
        self.unsound = unsound
        self.topics = {topic.id for topic in library.topics}

    def card(self, card: Card) -> Iterator[Problem]:
        library = self.library
        if self.topics and card.topic not in self.topics:
            yield self._unknown(card.path, (), card.topic, self.topics, "topic")
        yield from self.names(card.path, ("facts",), card.facts, library.facts, "fact")
        in_part = card.facts_in_part
        yield from self.names(card.path, ("facts_in_part",), in_part, library.facts, "fact")
        yield from self.names(card.path, ("places",), card.places, library.places, "place")
        yield from self.names(card.path, ("related",), card.related, library.cards, "card")
        yield from self.names(
            card.path, ("danger",), card.dangers, library.dangers, "kind of danger"
        )
        for key, target in card.split.items():
            yield from self._target(card.path, ("split", key), target)
        source = library.languages.source
        if source not in card.texts:
            said = f"The text in the source language (`{source}.yaml`) is missing."
            yield self._problem(card.path, (), "missing-file", said, "Every card begins with it.")
        for text in card.texts.values():
            yield from self.slots(text.path, ("text",), text.blocks)
            for key in card.split:
                if key not in text.split:
                    said = f"The words for the button `{key}` are missing under `split:`."
                    yield self._problem(text.path, ("split",), "missing", said, "Add them.")

    def danger(self, danger: Danger) -> Iterator[Problem]:
        library = self.library
        cards = [danger.card] if danger.card else []
        yield from self.names(danger.path, ("card",), cards, library.cards, "card")
        yield from self.names(danger.path, ("facts",), danger.facts, library.facts, "fact")
        yield from self.names(danger.path, ("places",), danger.places, library.places, "place")
        yield from self.names(
            danger.path, ("beats",), danger.beats, library.dangers, "kind of danger"
        )
        source = library.languages.source
        if source not in danger.texts:
            said = f"The block of the source language (`{source}:`) is missing."
            yield self._problem(danger.path, (), "missing", said, "Every danger begins with it.")
        for language, text in danger.texts.items():
            for number, line in enumerate(text.lines):
                yield from self.slots(danger.path, ("texts", language, "lines", number), line)

    def names(
        self, path: PurePosixPath, at: Path, names: Iterable[str], known: Container[str], what: str
    ) -> Iterator[Problem]:
        for number, name in enumerate(names):
            if name not in known and name not in self.unsound:
                yield self._unknown(path, (*at, number), name, known, what)

    def slots(self, path: PurePosixPath, at: Path, blocks: Iterable[Block]) -> Iterator[Problem]:
        for block in blocks:
            for name in block.slots:
                if name not in self.library.values and name not in self.unsound:
                    yield self._unknown(path, at, name, self.library.values, "value")
            for name in block.while_facts:
                if name not in self.library.facts and name not in self.unsound:
                    yield self._unknown(path, at, name, self.library.facts, "fact")

    def _target(self, path: PurePosixPath, at: Path, target: str) -> Iterator[Problem]:
        kind = target.removeprefix("danger/")
        if kind != target:
            yield from self.names(path, at, [kind], self.library.dangers, "kind of danger")
        else:
            yield from self.names(path, at, [target], self.library.cards, "card")

    def _unknown(
        self, path: PurePosixPath, at: Path, name: str, known: Container[str], what: str
    ) -> Problem:
        close = get_close_matches(name, list(known), 1) if isinstance(known, Iterable) else []
        hint = f"Did you mean `{close[0]}`?" if close else ""
        return self._problem(path, at, "unknown", f"There is no {what} `{name}`.", hint)

    def _problem(self, path: PurePosixPath, at: Path, rule: str, said: str, hint: str) -> Problem:
        source = self.sources.get(path)
        return (
            source.problem(at, rule, said, hint)
            if source
            else Problem(path, 1, 1, rule, said, hint)
        )
