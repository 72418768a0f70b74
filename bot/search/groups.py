"""From likeness to every line to likeness to every label or kind of danger."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Likeness = npt.NDArray[np.floating[Any]]
"""One number per line of the deck, or per name of its groups."""
Numbers = npt.NDArray[np.int64]

# One line can be like a message by chance; three seldom are. Five were no better than three.
_FEW: Final = 3
_NOTHING: Final = np.float32(-9)


class Groups:
    """Lines put together by a name; a line without a name belongs to none."""

    def __init__(self, names: Sequence[str | None]) -> None:
        self.names = tuple(sorted({name for name in names if name}))
        numbers = {name: number for number, name in enumerate(self.names)}
        of_line = np.array([numbers[name] if name else -1 for name in names], dtype=np.int64)
        order = np.argsort(of_line, kind="stable")
        self.rows: Numbers = order[np.count_nonzero(of_line < 0) :]
        """The lines that have a name, those of one name beside each other."""
        self.of_row: Numbers = of_line[self.rows]
        self.sizes: Numbers = np.bincount(self.of_row, minlength=len(self.names))
        self._starts = np.cumsum(self.sizes) - self.sizes

    def nearest(self, likeness: Likeness) -> Likeness:
        """Shape (names,): the mean likeness of the few likest lines of each name."""
        left = likeness[self.rows]
        total = np.zeros(len(self.names), dtype=np.float32)
        for taken in range(_FEW):
            best, at = self._best(left)
            total += np.where(self.sizes > taken, best, 0)
            left[at] = _NOTHING
        mean: Likeness = total / np.clip(self.sizes, 1, _FEW)
        return mean

    def best(self, likeness: Likeness) -> tuple[Likeness, Numbers]:
        """Two arrays of shape (names,): the greatest likeness of each name, and its line."""
        best, at = self._best(likeness[self.rows])
        return best, self.rows[at]

    def total(self, likeness: Likeness) -> Likeness:
        """Shape (names,): the sum over the lines of each name."""
        summed = np.bincount(self.of_row, likeness[self.rows], len(self.names))
        return summed.astype(np.float32)

    def _best(self, ordered: Likeness) -> tuple[Likeness, Numbers]:
        """The greatest of each name and where it stands first, in the order of `rows`."""
        if not len(ordered):
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        best = np.maximum.reduceat(ordered, self._starts)
        equal = np.flatnonzero(ordered == best[self.of_row])
        first = np.searchsorted(self.of_row[equal], np.arange(len(self.names)))
        return best, equal[first]
