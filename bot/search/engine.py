"""The engine: text -> channels -> one decision."""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Final

from bot.content import CardId, Library
from bot.search.channels import LABEL_FEATURES, Channels, Heard
from bot.search.danger import Recognised, recognised
from bot.search.decision import CHOICES, Decision, Evidence, Hit, Spoke
from bot.search.deck import Deck, deck
from bot.search.groups import Likeness
from bot.search.ranking import rank
from bot.search.signs import Signs
from bot.search.vectors import Embedder, VectorCache
from bot.search.weights import Weights, read_weights
from bot.text import guess_language, readings

_SURE: Final = 0.9  # a card that is as likely as this leads, whatever danger is spoken of beside it

_OF_MEANING: Final = ["meaning" in name for name in LABEL_FEATURES]
_OF_LETTERS: Final = ["letters" in name or "likest" in name for name in LABEL_FEATURES]


class Engine:
    """Finds the card for a message; the same message always gets the same decision."""

    def __init__(self, library: Library, weights: tuple[Weights, Weights] | None = None) -> None:
        self._library = library
        self.deck: Deck = deck(library)
        self.channels = Channels(self.deck)
        self._signs = Signs(library)
        self._with_vectors, self._letters = weights or read_weights()

    @property
    def learned(self) -> bool:
        """Whether the meaning channel takes part."""
        return self.channels.learned

    @property
    def weights(self) -> Weights:
        """The numbers in use."""
        return self._with_vectors if self.learned else self._letters

    def with_vectors(self, embed: Embedder, cache: VectorCache) -> "Engine":
        """The same engine with the meaning channel; computes what the cache does not hold yet."""
        if cache.learn(self.deck.canonical, embed):
            cache.save(self.deck.canonical)
        learned = copy(self)
        learned.channels = self.channels.with_vectors(cache, embed)
        return learned

    def search(self, text: str, language: str | None = None) -> Decision:
        """The decision for a message of a person who chose `language`, or nothing yet."""
        read = readings(text)
        guess = guess_language(read[0].text)
        if not any(reading.skeleton for reading in read):
            return Decision("none", (), None, "", urgent=False, intent=None, language=guess)
        signs = self._signs.seen(read)
        heard = self.channels.hear(read, signs, language, guess)
        ranking = rank(heard.labels, self.channels, self.weights)
        danger = recognised(heard, signs, self.channels, self._library.dangers, self.weights)
        cards = self._leading(ranking.cards, danger)
        return Decision(
            outcome=ranking.outcome(self.weights),
            hits=tuple(Hit(CardId(label), round(sure, 4)) for label, sure in cards),
            danger=danger.kind if danger else None,
            danger_because=danger.because if danger else "",
            urgent=bool(danger and self._library.dangers[danger.kind].urgent),
            intent=None if danger else ranking.intent,
            language=guess,
            evidence=self._evidence([label for label, _ in cards], heard),
        )

    def hear(self, text: str, language: str | None) -> Heard:
        """What the channels say of a message that has letters: what `sala tune` learns from."""
        read = readings(text)
        signs, guess = self._signs.seen(read), guess_language(read[0].text)
        return self.channels.hear(read, signs, language, guess)

    def _leading(
        self, cards: tuple[tuple[str, float], ...], danger: Recognised | None
    ) -> tuple[tuple[str, float], ...]:
        """The best cards; the one under a recognised danger leads when it is among the first."""
        under = self._library.dangers[danger.kind].card if danger else None
        if under in [label for label, _ in cards[1:CHOICES]] and cards[0][1] < _SURE:
            first = (str(under), cards[0][1])
            cards = (first, *(each for each in cards if each[0] != under))
        return cards

    def _evidence(self, labels: Sequence[str], heard: Heard) -> tuple[Evidence, ...]:
        """Why each of these cards stands where it does."""
        letters = self._spoke(heard.alike if heard.alike.any() else heard.letters)
        meaning = None if heard.meaning is None else self._spoke(heard.meaning)
        weighed = heard.labels * self.weights.labels
        numbers = [self.channels.labels.names.index(label) for label in labels]
        return tuple(
            Evidence(
                letters=letters(number),
                meaning=meaning(number) if meaning else None,
                by_letters=float(weighed[number, _OF_LETTERS].sum()),
                by_meaning=float(weighed[number, _OF_MEANING].sum()),
            )
            for number in numbers
        )

    def _spoke(self, likeness: Likeness) -> Callable[[int], Spoke]:
        """For the number of a label its likest line."""
        nearness, rows = self.channels.labels.best(likeness)
        lines = self.deck.lines
        return lambda number: Spoke(
            lines[int(rows[number])].text, round(float(nearness[number]), 3)
        )
