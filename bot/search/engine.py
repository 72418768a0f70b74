"""The engine: text -> channels -> one decision."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from bot.content import CardId, DangerKind, IntentName, Library
from bot.search.blend import DANGER_LIKENESS, DANGER_MEANING, INTENT_FROM, blend, is_card, outcome
from bot.search.decision import RANKED, Decision, Evidence, Hit
from bot.search.deck import Deck, deck
from bot.search.fuzzy import FuzzyChannel, Scores
from bot.search.meaning import MeaningChannel
from bot.search.signs import seen, signs
from bot.search.vectors import Embedder, VectorCache
from bot.text import Reading, guess_language, readings


class Engine:
    """Finds the card for a message; the same message always gets the same decision."""

    def __init__(self, library: Library, meaning: MeaningChannel | None = None) -> None:
        self._library = library
        self.deck: Deck = deck(library)
        self._fuzzy = FuzzyChannel(self.deck)
        self._signs = signs(library)
        self._meaning = meaning

    @property
    def learned(self) -> bool:
        """Whether the meaning channel takes part."""
        return self._meaning is not None

    def with_vectors(self, embed: Embedder, cache: VectorCache) -> "Engine":
        """The same engine with the meaning channel; computes what the cache does not hold yet."""
        texts = self.deck.canonical
        missing = cache.missing(texts)
        for start in range(0, len(missing), 64):
            batch = missing[start : start + 64]
            cache.add(batch, embed(batch))
        if missing:
            cache.save(texts)
        return Engine(self._library, MeaningChannel(self.deck, cache.vectors(texts), embed))

    def search(self, text: str, language: str | None = None) -> Decision:
        """The decision for a message of a person who chose `language`, or nothing yet."""
        read = readings(text)
        guess = guess_language(read[0].text)
        if not any(reading.skeleton for reading in read):
            return Decision("none", (), None, "", urgent=False, intent=None, language=guess)
        likeness = self._fuzzy.scores(read, language)
        likest = self._likest(likeness)
        meaning, danger_meaning = self._meaning.scores(read) if self._meaning else ({}, {})
        scored = blend({label: score for label, (score, _) in likest.items()}, meaning)
        danger, because = self._danger(read, likeness, danger_meaning)
        intent = None if danger else self._intent(scored)
        cards = [(label, score) for label, score in scored if is_card(label)][:RANKED]
        return Decision(
            outcome="none" if intent else outcome(scored),
            hits=tuple(Hit(CardId(label), round(score, 4)) for label, score in cards),
            danger=danger,
            danger_because=because,
            urgent=bool(danger and self._library.dangers[danger].urgent),
            intent=intent,
            language=guess,
            evidence=tuple(self._evidence(label, likest, meaning) for label, _ in cards),
        )

    def _likest(self, likeness: Scores) -> dict[str, tuple[float, int]]:
        best: dict[str, tuple[float, int]] = {}
        for number, (line, score) in enumerate(zip(self.deck.lines, likeness, strict=True)):
            if score > best.get(line.label, (0.0, 0))[0]:
                best[line.label] = (float(score), number)
        return best

    def _intent(self, scored: Sequence[tuple[str, float]]) -> IntentName | None:
        label, score = scored[0] if scored else ("", 0.0)
        if label.startswith("intent/") and score >= INTENT_FROM:
            return IntentName(label.removeprefix("intent/"))
        return None

    def _danger(
        self, read: Sequence[Reading], likeness: Scores, meaning: Mapping[str, float]
    ) -> tuple[DangerKind | None, str]:
        """The kind of danger and what showed it: a sign, a known line, or the meaning."""
        found = dict(seen(self._signs, read))
        alike: defaultdict[DangerKind, float] = defaultdict(float)
        for number in np.flatnonzero(np.asarray(likeness) >= DANGER_LIKENESS):
            line = self.deck.lines[number]
            if line.danger:
                kind = DangerKind(line.danger)
                alike[kind] = max(alike[kind], float(likeness[number]))
                found.setdefault(kind, line.text)
        for name, score in meaning.items():
            if score >= DANGER_MEANING:
                found.setdefault(DangerKind(name), f"meaning {score:.2f}")
        if not found:
            return None, ""
        beaten = {each for kind in found for each in self._library.dangers[kind].beats}
        left = [kind for kind in found if kind not in beaten] or list(found)
        kind = max(left, key=lambda each: (meaning.get(each, 0.0) + alike[each], each))
        return kind, found[kind]

    def _evidence(
        self, label: str, likest: Mapping[str, tuple[float, int]], meaning: Mapping[str, float]
    ) -> Evidence:
        likeness, number = likest.get(label, (0.0, -1))
        line = self.deck.lines[number].text if number >= 0 else ""
        return Evidence(line, round(likeness, 3), meaning.get(label))
