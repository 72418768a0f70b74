"""The meaning channel: which label a message means, by vectors of all known lines.

Two views are added: ridge regression, fitted in closed form when content loads, sees what all lines
of a label have in common; the nearest few lines see the one way of saying it that somebody has
written down. Together they were right first on 90 % of English questions, alone on 82 and 83 %.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.search.deck import CALM, Deck
from bot.search.vectors import Embedder, Vectors
from bot.text import Reading

_PENALTY: Final = 0.3
_NEAREST: Final = 3
_NEAR_WEIGHT: Final = 2.0

Weights = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Meaning:
    """Scores of a message; comparable from message to message, but no probabilities."""

    labels: dict[str, float]
    dangers: dict[str, float]
    """Kinds of danger; above 0 the message is nearer to the kind than to any calm line."""


class MeaningChannel:
    """What a message means, as far as the lines of a deck can tell."""

    def __init__(self, deck: Deck, vectors: Vectors, embed: Embedder) -> None:
        self._embed = embed
        self._mean = vectors.mean(axis=0)
        centred = vectors - self._mean
        self._labels = _View(centred, [line.label for line in deck.lines])
        self._dangers = _View(centred, [line.danger for line in deck.lines])

    def scores(self, readings: Sequence[Reading]) -> Meaning:
        """The scores of labels and kinds, the best over all readings."""
        vectors = self._embed([reading.canonical for reading in readings]) - self._mean
        labels = self._labels.scores(vectors)
        kinds = self._dangers.scores(vectors)
        calm = kinds.pop(CALM, 0.0)
        return Meaning(labels, {kind: score - calm for kind, score in kinds.items()})


class _View:
    """Ridge regression and nearest lines over the rows that have a name."""

    def __init__(self, centred: Vectors, names: Sequence[str | None]) -> None:
        rows = [row for row, name in enumerate(names) if name]
        self.names = tuple(sorted({name for name in names if name}))
        self._weights = _ridge(centred[rows], [names[row] for row in rows], self.names)
        unit = _unit(centred)
        self._lines = [unit[[row for row in rows if names[row] == name]] for name in self.names]

    def scores(self, vectors: Vectors) -> dict[str, float]:
        """One score per name, the best over the vectors."""
        fitted = vectors @ self._weights
        unit = _unit(vectors)
        near = np.stack([_nearest(unit @ lines.T) for lines in self._lines], axis=1)
        best = np.max(fitted + _NEAR_WEIGHT * near, axis=0)
        return dict(zip(self.names, best.tolist(), strict=True))


def _nearest(likeness: Vectors) -> Vectors:
    """The mean cosine to the few likest lines, per row."""
    few = min(_NEAREST, likeness.shape[1])
    nearest: Vectors = np.partition(likeness, -few, axis=1)[:, -few:].mean(axis=1)
    return nearest


def _unit(vectors: Vectors) -> Vectors:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = vectors / np.maximum(length, 1e-9)
    return scaled


def _ridge(vectors: Vectors, of_rows: Sequence[str | None], names: Sequence[str]) -> Weights:
    """Weights of shape (384, names). Every name weighs the same, however many rows it has."""
    targets = np.array([[name == row for name in names] for row in of_rows], dtype=np.float32)
    weight = (targets / targets.sum(axis=0)).sum(axis=1)
    weight = (weight / weight.mean())[:, None]
    gram = vectors.T @ (vectors * weight) + _PENALTY * np.eye(vectors.shape[1])
    solved: Weights = np.linalg.solve(gram, vectors.T @ (targets * weight)).astype(np.float32)
    return solved
