"""The meaning channel: ridge regression from sentence vectors to labels, fitted at load."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.search.deck import Deck
from bot.search.vectors import Embedder, Vectors
from bot.text import Reading

# Chosen on the tuning half of tests/questions; between 0.1 and 1 right-first moves by one point.
_PENALTY: Final = 0.3

Weights = npt.NDArray[np.float32]


class MeaningChannel:
    """Scores of every label and every kind of danger for a message, about 1 for a sure one."""

    def __init__(self, deck: Deck, vectors: Vectors, embed: Embedder) -> None:
        self._embed = embed
        self._mean = vectors.mean(axis=0)
        self.labels = tuple(dict.fromkeys(line.label for line in deck.lines))
        self.kinds = tuple(dict.fromkeys(line.danger for line in deck.lines if line.danger))
        centred = vectors - self._mean
        self._label_weights = _ridge(
            centred, _targets([li.label for li in deck.lines], self.labels)
        )
        teaching = np.array([bool(line.danger) or not line.unsure for line in deck.lines])
        taught = [line.danger for line in deck.lines if line.danger or not line.unsure]
        self._danger_weights = _ridge(centred[teaching], _targets(taught, self.kinds))

    def scores(self, readings: Sequence[Reading]) -> tuple[dict[str, float], dict[str, float]]:
        """The scores per label and per kind of danger, the best over all readings."""
        vectors = self._embed([reading.canonical for reading in readings]) - self._mean
        labels = np.max(vectors @ self._label_weights, axis=0)
        kinds = np.max(vectors @ self._danger_weights, axis=0)
        return (
            dict(zip(self.labels, labels.tolist(), strict=True)),
            dict(zip(self.kinds, kinds.tolist(), strict=True)),
        )


def _targets(of_lines: Sequence[str | None], names: Sequence[str]) -> Weights:
    column = {name: number for number, name in enumerate(names)}
    targets = np.zeros((len(of_lines), len(names)), dtype=np.float32)
    for row, name in enumerate(of_lines):
        if name is not None:
            targets[row, column[name]] = 1
    return targets


def _ridge(vectors: Vectors, targets: Weights) -> Weights:
    """Weights of shape (384, names): rows of a name weigh as much as those of any other."""
    share = targets.sum(axis=0).clip(1)
    counts = (targets / share).sum(axis=1)
    weight = np.where(counts > 0, counts / counts[counts > 0].mean(), 1.0)[:, None]
    gram = vectors.T @ (vectors * weight) + _PENALTY * np.eye(vectors.shape[1], dtype=np.float32)
    solved: Weights = np.linalg.solve(gram, vectors.T @ (targets * weight)).astype(np.float32)
    return solved
