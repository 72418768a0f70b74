"""Names that lead nowhere: what one file says of another, checked over the whole library."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from bot.content.card import Card, Danger, Intent
from bot.content.library import Library
from bot.content.markup import Block
from bot.content.problem import Problem
from bot.content.source import Path, Source
from bot.content.suggestion import did_you_mean
from bot.content.unsound import Unsound

_AS_INSERTED: Final = {"value": "{{{}}}", "fact": "{{while {}}}"}


def reference_problems(
    library: Library, sources: Mapping[PurePosixPath, Source], unsound: Unsound
) -> Iterator[Problem]:
    """A problem for each name of a fact, place, card, kind, topic or value that does not exist.

    What may be in files that did not load is left out; their faults are told already.
    """
    finder = _Finder(library, sources, unsound)
    for card in library.cards.values():
        yield from finder.card(card)
    for danger in library.dangers.values():
        yield from finder.danger(danger)
    for intent in library.intents.values():
        yield from finder.intent(intent)
    for elsewhere in library.elsewhere.values():
        for kind in elsewhere.calm:
            yield from finder.kinds(elsewhere.path, ("calm", kind), [kind])
    menu = PurePosixPath("content/danger-menu.yaml")
    for number, choice in enumerate(library.danger_menu):
        yield from finder.kinds(menu, (number, "kinds"), choice.kinds)


class _Finder:
    def __init__(
        self, library: Library, sources: Mapping[PurePosixPath, Source], unsound: Unsound
    ) -> None:
        self.library = library
        self.sources = sources
        self.unsound = unsound
        self.topics = [topic.id for topic in library.topics]

    def card(self, card: Card) -> Iterator[Problem]:
        library = self.library
        if card.topic not in self.topics and not self.unsound.may_be("topic", card.topic):
            said = f"There is no topic `{card.topic}`."
            hint = f"The topics are: {', '.join(self.topics)}."
            yield self.sources[card.path].problem((), "unknown", said, hint)
        yield from self.names(card.path, ("facts",), card.facts, library.facts, "fact")
        in_part = card.facts_in_part
        yield from self.names(card.path, ("facts_in_part",), in_part, library.facts, "fact")
        yield from self.names(card.path, ("places",), card.places, library.places, "place")
        yield from self.names(card.path, ("related",), card.related, library.cards, "card")
        yield from self.kinds(card.path, ("danger",), card.dangers)
        for key, target in card.split.items():
            yield from self._target(card.path, ("split", key), target)
        source = library.languages.source
        if source not in card.texts and f"{card.id}/{source}" not in self.unsound.names:
            said = f"The text in the source language (`{source}.yaml`) is missing."
            hint = "Every card begins with it."
            yield self.sources[card.path].problem((), "missing-file", said, hint)
        for text in card.texts.values():
            yield from self.slots(text.path, ("text",), text.blocks)
            for key in card.split:
                if key not in text.split:
                    said = f"The words for the button `{key}` are missing under `split:`."
                    yield self.sources[text.path].problem(("split",), "missing", said, "Add them.")

    def danger(self, danger: Danger) -> Iterator[Problem]:
        library = self.library
        cards = [danger.card] if danger.card else []
        yield from self.names(danger.path, ("card",), cards, library.cards, "card")
        yield from self.names(danger.path, ("facts",), danger.facts, library.facts, "fact")
        yield from self.names(danger.path, ("places",), danger.places, library.places, "place")
        yield from self.kinds(danger.path, ("beats",), danger.beats)
        yield from self._source_block(danger, "danger")
        for language, text in danger.texts.items():
            for number, line in enumerate(text.lines):
                yield from self.slots(danger.path, ("texts", language, "lines", number), line)

    def intent(self, intent: Intent) -> Iterator[Problem]:
        yield from self.names(intent.path, ("cards",), intent.cards, self.library.cards, "card")
        yield from self._source_block(intent, "intent")
        for language, text in intent.texts.items():
            yield from self.slots(intent.path, ("texts", language, "text"), text.blocks)

    def names(
        self, path: PurePosixPath, at: Path, names: Iterable[str], known: Collection[str], what: str
    ) -> Iterator[Problem]:
        for number, name in enumerate(names):
            if name not in known and not self.unsound.may_be(what, name):
                said, hint = f"There is no {what} `{name}`.", did_you_mean(name, known)
                words = _AS_INSERTED.get(what, "{}").format(name)
                source = self.sources[path]
                yield source.problem((*at, number), "unknown", said, hint, words=words)

    def kinds(self, path: PurePosixPath, at: Path, kinds: Iterable[str]) -> Iterator[Problem]:
        yield from self.names(path, at, kinds, self.library.dangers, "kind of danger")

    def slots(self, path: PurePosixPath, at: Path, blocks: Iterable[Block]) -> Iterator[Problem]:
        for block in blocks:
            yield from self.names(path, at, block.slots, self.library.values, "value")
            yield from self.names(path, at, block.while_facts, self.library.facts, "fact")

    def _target(self, path: PurePosixPath, at: Path, target: str) -> Iterator[Problem]:
        kind = target.removeprefix("danger/")
        if kind != target:
            yield from self.kinds(path, at, [kind])
        else:
            yield from self.names(path, at, [target], self.library.cards, "card")

    def _source_block(self, thing: Danger | Intent, what: str) -> Iterator[Problem]:
        source = self.library.languages.source
        if source not in thing.texts:
            said = f"The block of the source language (`{source}:`) is missing."
            hint = f"Every {what} begins with it."
            yield self.sources[thing.path].problem((), "missing", said, hint)
