"""From likeness to every line to likeness to every label and kind of danger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.search.deck import CALM, Deck

Likeness = npt.NDArray[np.float32]
"""Shape (lines,), one number per line of the deck."""

# One line can be like a message by chance; three seldom are. Five were no better than three.
_FEW: Final = 3


@dataclass(frozen=True)
class Scores:
    """What one channel says of a message: comparable from message to message, no probabilities."""

    labels: Mapping[str, float]
    dangers: Mapping[str, float]
    """Kinds of danger; above 0 the message is nearer to the kind than to any calm line."""


class Groups:
    """Lines put together by a name; a line without a name belongs to none."""

    def __init__(self, names: Sequence[str | None]) -> None:
        self.names = tuple(sorted({name for name in names if name}))
        of_name: dict[str, list[int]] = {name: [] for name in self.names}
        for row, name in enumerate(names):
            if name:
                of_name[name].append(row)
        self.rows = tuple(np.array(of_name[name]) for name in self.names)

    def nearest(self, likeness: Likeness) -> Likeness:
        """Shape (names,): the mean likeness of the few likest lines of each name."""
        means = []
        for rows in self.rows:
            few = min(_FEW, len(rows))
            means.append(np.partition(likeness[rows], -few)[-few:].mean())
        return np.array(means, dtype=np.float32)


class Nearest:
    """The nearest lines of every label and of every kind of danger."""

    def __init__(self, deck: Deck) -> None:
        self.labels = Groups([line.label for line in deck.lines])
        self.dangers = Groups([line.danger for line in deck.lines])

    def scores(self, likeness: Likeness) -> Scores:
        """The nearness of labels, and of kinds of danger beyond that of calm lines."""
        labels = dict(zip(self.labels.names, self.labels.nearest(likeness).tolist(), strict=True))
        return Scores(labels, against_calm(self.dangers, self.dangers.nearest(likeness)))


def against_calm(dangers: Groups, scores: Likeness) -> dict[str, float]:
    """The scores of kinds of danger, less that of calm."""
    named = dict(zip(dangers.names, scores.tolist(), strict=True))
    calm = named.pop(CALM, 0.0)
    return {kind: score - calm for kind, score in named.items()}
