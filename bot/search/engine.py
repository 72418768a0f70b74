"""The engine: text -> channels -> one decision."""

from collections.abc import Mapping
from copy import copy

from bot.content import CardId, IntentName, Library
from bot.search.blend import INTENT_FROM, Scored, blend, outcome
from bot.search.danger import DangerSpotter, Recognised
from bot.search.decision import CHOICES, RANKED, Decision, Evidence, Hit
from bot.search.deck import Deck, deck, is_card
from bot.search.fuzzy import FuzzyChannel
from bot.search.grams import GramsChannel
from bot.search.meaning import MeaningChannel
from bot.search.nearest import Likeness, Scores
from bot.search.vectors import Embedder, VectorCache
from bot.text import guess_language, readings

_SURE = 0.9  # a card that is as likely as this leads, whatever danger is spoken of beside it
_BATCH = 64  # lines that are embedded at once: a second of work


class Engine:
    """Finds the card for a message; the same message always gets the same decision."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.deck: Deck = deck(library)
        self._fuzzy = FuzzyChannel(self.deck)
        self._grams = GramsChannel(self.deck)
        self._spotter = DangerSpotter(library, self.deck)
        self._meaning: MeaningChannel | None = None

    @property
    def learned(self) -> bool:
        """Whether the meaning channel takes part."""
        return self._meaning is not None

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
        learned._meaning = MeaningChannel(self.deck, cache.vectors(texts), embed)  # noqa: SLF001
        return learned

    def search(self, text: str, language: str | None = None) -> Decision:
        """The decision for a message of a person who chose `language`, or nothing yet."""
        read = readings(text)
        guess = guess_language(read[0].text)
        if not any(reading.skeleton for reading in read):
            return Decision("none", (), None, "", urgent=False, intent=None, language=guess)
        likeness = self._fuzzy.scores(read, language)
        likest = self._likest(likeness)
        grams = self._grams.scores(read)
        meaning = self._meaning.scores(read) if self._meaning else None
        alike = {label: score for label, (score, _) in likest.items()}
        scored = blend(alike, grams.labels, meaning.labels if meaning else None)
        danger = self._spotter.spot(
            read, likeness, grams.dangers, meaning.dangers if meaning else None
        )
        intent = None if danger else self._intent(scored)
        cards = self._ranking(scored, danger)
        return Decision(
            outcome="none" if intent else outcome(scored, learned=self.learned),
            hits=tuple(Hit(CardId(label), round(score, 4)) for label, score in cards),
            danger=danger.kind if danger else None,
            danger_because=danger.because if danger else "",
            urgent=bool(danger and self._library.dangers[danger.kind].urgent),
            intent=intent,
            language=guess,
            evidence=tuple(self._evidence(label, likest, meaning) for label, _ in cards),
        )

    def _ranking(self, scored: Scored, danger: Recognised | None) -> Scored:
        """The best cards; the one under a recognised danger leads when it is among the first."""
        cards = [(label, score) for label, score in scored if is_card(label)]
        under = self._library.dangers[danger.kind].card if danger else None
        if under in [label for label, _ in cards[1:CHOICES]] and cards[0][1] < _SURE:
            first = (under, cards[0][1])
            cards = [first, *(each for each in cards if each[0] != under)]
        return cards[:RANKED]

    def _likest(self, likeness: Likeness) -> dict[str, tuple[float, int]]:
        """Per label the likeness and the number of its likest line."""
        best: dict[str, tuple[float, int]] = {}
        for number, (line, score) in enumerate(
            zip(self.deck.lines, likeness.tolist(), strict=True)
        ):
            if line.label and score > best.get(line.label, (0.0, 0))[0]:
                best[line.label] = (score, number)
        return best

    def _intent(self, scored: Scored) -> IntentName | None:
        label, score = scored[0] if scored else ("", 0.0)
        if label.startswith("intent/") and score >= INTENT_FROM:
            return IntentName(label.removeprefix("intent/"))
        return None

    def _evidence(
        self, label: str, likest: Mapping[str, tuple[float, int]], meaning: Scores | None
    ) -> Evidence:
        likeness, number = likest.get(label, (0.0, -1))
        line = self.deck.lines[number].text if number >= 0 else ""
        found = meaning.labels.get(label) if meaning else None
        return Evidence(line, round(likeness, 3), found)
