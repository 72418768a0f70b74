"""The channel of letter groups: TF-IDF over 2 to 4 letters of the skeleton.

It needs neither spaces nor a dictionary, forgives a misspelt word because the rest of it stays,
and works where there are no vectors. By itself it was right first on 82 % of the English questions,
90 % of the Thai and 88 % of the Burmese ones; rapidfuzz's ratio on 41 % of the English ones.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.search.deck import Deck
from bot.search.nearest import Likeness, Nearest, Scores
from bot.text import Reading

_LENGTHS: Final = (2, 3, 4)
# A story of more letters than this repeats its groups; looking at all costs time and tells nothing.
_LOOKED_AT: Final = 600

# How much an unknown group counts against one that stands in a single line.
_UNKNOWN: Final = 0.3

Numbers = npt.NDArray[np.int64]


class GramsChannel:
    """How many rare groups of letters a message shares with every line, and with every label."""

    def __init__(self, deck: Deck) -> None:
        self._nearest = Nearest(deck)
        self._lines = len(deck.lines)
        table = _Table(deck.skeleton)
        self._number = table.number
        self._rarity = table.rarity
        self._starts = np.searchsorted(table.grams, np.arange(len(table.number) + 1))
        self._rows, self._weights = table.rows, table.weights
        self._middles = self._middle_of_labels(table)

    def scores(self, readings: Sequence[Reading]) -> Scores:
        """Nearness to the likest lines of each label plus likeness to what all its lines share."""
        return max(
            (self._of_form(reading.skeleton) for reading in readings),
            key=lambda scored: max(scored.labels.values(), default=0.0),
        )

    def _of_form(self, skeleton: str) -> Scores:
        grams, weights = self._vector(skeleton)
        near = self._nearest.scores(self._likeness(grams, weights))
        shared = weights @ self._middles[grams]
        labels = {
            label: score + float(middle)
            for (label, score), middle in zip(near.labels.items(), shared, strict=True)
        }
        return Scores(labels, near.dangers)

    def _likeness(self, grams: Numbers, weights: Likeness) -> Likeness:
        """The cosine to every line, summed over the lines that have a group."""
        spans = [slice(self._starts[gram], self._starts[gram + 1]) for gram in grams]
        if not spans:
            return np.zeros(self._lines, dtype=np.float32)
        rows = np.concatenate([self._rows[span] for span in spans])
        shares = np.concatenate(
            [self._weights[span] * weight for span, weight in zip(spans, weights, strict=True)]
        )
        return np.bincount(rows, shares, self._lines).astype(np.float32)

    def _vector(self, skeleton: str) -> tuple[Numbers, Likeness]:
        """The known groups of a message and their weights; with the unknown ones of length 1.

        A message of which little is known is like nothing, however well that little fits.
        """
        counts = Counter(_grams(_ends(skeleton)))
        known = {gram: count for gram, count in counts.items() if gram in self._number}
        grams = np.array([self._number[gram] for gram in known], dtype=np.int64)
        times = np.array([*known.values()], dtype=np.float32)
        weights = (1 + np.log(times)) * self._rarity[grams]
        unknown = (len(counts) - len(known)) * _UNKNOWN * np.log(max(self._lines, 1)) ** 2
        return grams, weights / max(float(np.sqrt(weights @ weights + unknown)), 1e-9)

    def _middle_of_labels(self, table: "_Table") -> npt.NDArray[np.float32]:
        """Shape (groups, labels): the sum of each label's lines, scaled to length 1."""
        groups = self._nearest.labels
        column = np.full(self._lines, -1)
        for number, rows in enumerate(groups.rows):
            column[rows] = number
        labelled = column[table.rows] >= 0
        cells = table.grams[labelled] * len(groups.names) + column[table.rows[labelled]]
        shape = (len(table.number), len(groups.names))
        sums = np.bincount(cells, table.weights[labelled], shape[0] * shape[1]).reshape(shape)
        middles: npt.NDArray[np.float32] = sums / np.maximum(np.linalg.norm(sums, axis=0), 1e-9)
        return middles.astype(np.float32)


class _Table:
    """Which group stands in which line with which weight, one entry each, sorted by group."""

    def __init__(self, forms: Sequence[str]) -> None:
        found: dict[str, int] = {}
        numbers = [[found.setdefault(gram, len(found)) for gram in _grams(form)] for form in forms]
        rows = np.repeat(np.arange(len(forms)), [len(each) for each in numbers])
        flat = np.array([number for each in numbers for number in each], dtype=np.int64)
        cells, counts = np.unique(flat * max(len(forms), 1) + rows, return_counts=True)
        grams, rows = cells // max(len(forms), 1), cells % max(len(forms), 1)
        spread = np.bincount(grams, minlength=len(found))
        # A group that stands in one line alone cannot tell what it means.
        common = spread > 1
        renumbered = np.cumsum(common) - 1
        kept = common[grams]
        self.number = {gram: int(renumbered[n]) for gram, n in found.items() if common[n]}
        self.rarity: Likeness = np.log(len(forms) / spread[common]).astype(np.float32)
        self.grams: Numbers = renumbered[grams[kept]]
        self.rows: Numbers = rows[kept]
        weights = (1 + np.log(counts[kept])) * self.rarity[self.grams]
        length = np.sqrt(np.bincount(self.rows, weights**2, len(forms)))
        self.weights: Likeness = (weights / length[self.rows].clip(1e-9)).astype(np.float32)


def _grams(text: str) -> Iterator[str]:
    edged = f"^{text.replace(' ', '_')}$"
    for length in _LENGTHS:
        for start in range(len(edged) - length + 1):
            yield edged[start : start + length]


def _ends(text: str) -> str:
    """The beginning and the end of a long story: there people say what it is about."""
    half = _LOOKED_AT // 2
    return text if len(text) <= _LOOKED_AT else f"{text[:half]} {text[-half:]}"
