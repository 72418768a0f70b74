"""The channel of letter groups: TF-IDF over 2 to 4 letters of the skeleton.

It needs neither spaces nor a dictionary, forgives a misspelt word because the rest of it stays,
and works where there are no vectors. A group is one number made of the numbers of its letters, so
that a deck of 100,000 lines is a few sorted arrays.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from bot.search.groups import Groups, Likeness, Numbers
from bot.text import ends

_LENGTHS: Final = (2, 3, 4)
# Four letters of 15 bits fit one number of 64; decks of nine languages have some 3,000 letters.
_BITS: Final = 15
_LETTERS: Final = 1 << _BITS
# Groups are looked up from the rarest on until so many lines were added to; decks of some 20,000
# lines never get there, and beyond that the commonest groups cost most and tell least.
_LOOKED_UP: Final = 150_000
# How much an unknown group counts against one that stands in a single line.
_UNKNOWN: Final = 0.3


class GramsChannel:
    """How many rare groups of letters a message shares with every line of a deck."""

    def __init__(self, skeletons: Sequence[str]) -> None:
        self._lines = len(skeletons)
        self._alphabet = np.unique(_points("".join(map(_edged, skeletons))))
        grams, rows, counts = self._cells(skeletons)
        first = _first_of_runs(grams)
        spread = np.diff(np.append(first, len(grams)))
        # A group that stands in one line alone cannot tell what it means.
        common = spread > 1
        kept = np.repeat(common, spread)
        self._known: Numbers = grams[first][common]
        self._rarity = np.log(self._lines / spread[common]).astype(np.float32)
        self._spread: Numbers = spread[common]
        self._starts: Numbers = np.cumsum(self._spread) - self._spread
        self._rows = rows[kept].astype(np.int32)
        weights = (1 + np.log(counts[kept])) * np.repeat(self._rarity, self._spread)
        length = np.sqrt(np.bincount(self._rows, weights**2, self._lines))
        self._weights: Likeness = (weights / length[self._rows].clip(1e-9)).astype(np.float32)

    def likeness(self, skeleton: str) -> Likeness:
        """Shape (lines,): the cosine to every line."""
        found, weights = self._vector(skeleton)
        rarest = np.argsort(self._spread[found], kind="stable")
        kept = rarest[np.cumsum(self._spread[found[rarest]]) <= _LOOKED_UP]
        found, weights = found[kept], weights[kept]
        spread = self._spread[found]
        total = int(spread.sum())
        # The places of all entries of all groups of the message, one after the other.
        skipped = np.repeat(self._starts[found] - (np.cumsum(spread) - spread), spread)
        places = skipped + np.arange(total)
        shares = self._weights[places] * np.repeat(weights, spread)
        return np.bincount(self._rows[places], shares, self._lines).astype(np.float32)

    def lengths(self, groups: Groups) -> Likeness:
        """Shape (names,): the length of the sum of each name's lines; 1 where it has no groups."""
        column = np.full(self._lines, -1)
        column[groups.rows] = groups.of_row
        named = column[self._rows] >= 0
        gram = np.repeat(np.arange(len(self._known)), self._spread)[named]
        cells = gram * len(groups.names) + column[self._rows[named]]
        order = np.argsort(cells, kind="stable")
        first = _first_of_runs(cells[order])
        if not len(first):
            return np.ones(len(groups.names), dtype=np.float32)
        sums = np.add.reduceat(self._weights[named][order], first)
        squared = np.bincount(cells[order][first] % len(groups.names), sums**2, len(groups.names))
        lengths = np.sqrt(squared)
        return np.where(lengths > 0, lengths, 1).astype(np.float32)

    def _vector(self, skeleton: str) -> tuple[Numbers, Likeness]:
        """The known groups of a message and their weights; with the unknown ones of length 1.

        A message of which little is known is like nothing, however well that little fits.
        """
        points = _points(_edged(ends(skeleton)))
        grams, counts = np.unique(
            np.concatenate([*_grams(self._numbered(points))]), return_counts=True
        )
        at = np.searchsorted(self._known, grams)
        known = np.append(self._known, -1)[at] == grams
        weights = (1 + np.log(counts[known])) * self._rarity[at[known]]
        strangers = np.count_nonzero(~known) * _UNKNOWN * np.log(max(self._lines, 1)) ** 2
        length = np.sqrt(weights @ weights + strangers)
        return at[known], (weights / max(float(length), 1e-9)).astype(np.float32)

    def _numbered(self, points: Numbers) -> Numbers:
        """Letters of the deck from 1 up in their order; others above them, each its own."""
        at = np.searchsorted(self._alphabet, points)
        known = np.append(self._alphabet, 0)[at] == points
        if known.all():
            return at + 1
        strangers = np.unique(points[~known], return_inverse=True)[1]
        numbers = at + 1
        numbers[~known] = len(self._alphabet) + 1 + strangers
        return numbers % _LETTERS

    def _cells(self, skeletons: Sequence[str]) -> tuple[Numbers, Numbers, Numbers]:
        """Group, line and how often it stands there, sorted by group, then by line."""
        edged = [_edged(skeleton) for skeleton in skeletons]
        row = np.repeat(np.arange(len(edged)), [len(each) for each in edged])
        letters = self._numbered(_points("".join(edged)))
        grams, rows = [], []
        for length, codes in zip(_LENGTHS, _grams(letters), strict=True):
            # No group reaches over the end of a line.
            inside = row[: len(codes)] == row[length - 1 :]
            grams.append(codes[inside])
            rows.append(row[: len(codes)][inside])
        gram, line = np.concatenate(grams), np.concatenate(rows)
        order = np.argsort(gram)
        gram = gram[order]
        first = _first_of_runs(gram)
        number = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(gram))))
        cells = number * len(edged) + line[order]
        cells.sort()
        began = _first_of_runs(cells)
        counts = np.diff(np.append(began, len(cells)))
        number, line = np.divmod(cells[began], max(len(edged), 1))
        return gram[first][number], line, counts


def _edged(text: str) -> str:
    return f"^{text.replace(' ', '_')}$"


def _points(text: str) -> Numbers:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(
        np.int64
    )


def _grams(letters: Numbers) -> Iterator[Numbers]:
    for length in _LENGTHS:
        codes = np.zeros(max(len(letters) - length + 1, 0), dtype=np.int64)
        for place in range(length):
            codes = (codes << _BITS) | letters[place : place + len(codes)]
        yield codes


def _first_of_runs(values: Numbers) -> Numbers:
    """The places at which a value differs from the one before."""
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.append(True, values[1:] != values[:-1]))
