"""The engine: text -> channels -> one decision."""

from copy import copy

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
from bot.text import Reading, guess_language, readings

_SURE = 0.9  # a card that is as likely as this leads, whatever danger is spoken of beside it
_BATCH = 64  # lines that are embedded at once: a second of work


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
        texts = self.deck.canonical
        missing = cache.missing(texts)
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            cache.add(batch, embed(batch))
        if missing:
            cache.save(texts)
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
        heard = self.channels.hear(read, language, signs)
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
            evidence=tuple(self._evidence(label, heard) for label, _ in cards),
        )

    def hear(self, text: str, language: str | None) -> Heard:
        """What the channels say of a message that has letters: what `sala tune` learns from."""
        read: tuple[Reading, ...] = readings(text)
        return self.channels.hear(read, language, self._signs.seen(read))

    def _leading(
        self, cards: tuple[tuple[str, float], ...], danger: Recognised | None
    ) -> tuple[tuple[str, float], ...]:
        """The best cards; the one under a recognised danger leads when it is among the first."""
        under = self._library.dangers[danger.kind].card if danger else None
        if under in [label for label, _ in cards[1:CHOICES]] and cards[0][1] < _SURE:
            first = (str(under), cards[0][1])
            cards = (first, *(each for each in cards if each[0] != under))
        return cards

    def _evidence(self, label: str, heard: Heard) -> Evidence:
        number = self.channels.labels.names.index(label)
        parts = heard.labels[number] * self.weights.labels
        by = {
            name: sum(
                float(part)
                for feature, part in zip(LABEL_FEATURES, parts, strict=True)
                if name in feature
            )
            for name in ("letters", "likest", "meaning")
        }
        return Evidence(
            letters=self._spoke(number, heard.alike if heard.alike.any() else heard.letters),
            meaning=None if heard.meaning is None else self._spoke(number, heard.meaning),
            by_letters=by["letters"] + by["likest"],
            by_meaning=by["meaning"],
        )

    def _spoke(self, number: int, likeness: Likeness) -> Spoke:
        nearness, rows = self.channels.labels.best(likeness)
        return Spoke(self.deck.lines[int(rows[number])].text, round(float(nearness[number]), 3))
