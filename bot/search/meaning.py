"""The meaning channel: which label a message means, by sentence vectors of all known lines.

Two views are added: ridge regression, fitted in closed form when content loads, sees what all lines
of a label have in common; the nearest few lines see the one way of saying it that somebody has
written down. Together they were right first on 90 % of English questions, alone on 80 and 82 %.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.search.deck import Deck
from bot.search.nearest import Groups, Nearest, Scores, against_calm
from bot.search.vectors import Embedder, Vectors
from bot.text import Reading

_PENALTY: Final = 0.3
_NEAR_WEIGHT: Final = 2.0
_DANGER_RIDGE_WEIGHT: Final = 0.5

Weights = npt.NDArray[np.float32]


class MeaningChannel:
    """What a message means, as far as the lines of a deck can tell."""

    def __init__(self, deck: Deck, vectors: Vectors, embed: Embedder) -> None:
        self._embed = embed
        self._mean = vectors.mean(axis=0)
        centred = vectors - self._mean
        self._unit = _unit(centred)
        self._nearest = Nearest(deck)
        self._labels = _ridge(centred, self._nearest.labels)
        self._dangers = _ridge(centred, self._nearest.dangers)

    def scores(self, readings: Sequence[Reading]) -> Scores:
        """The scores of labels and kinds, those of the clearer reading."""
        vectors = self._embed([reading.canonical for reading in readings]) - self._mean
        return max(
            (self._of_vector(vector) for vector in vectors),
            key=lambda scored: max(scored.labels.values(), default=0.0),
        )

    def _of_vector(self, vector: npt.NDArray[np.float32]) -> Scores:
        near = self._nearest.scores(self._unit @ _unit(vector[None, :])[0])
        labels = {
            label: _NEAR_WEIGHT * score + float(fitted)
            for (label, score), fitted in zip(
                near.labels.items(), vector @ self._labels, strict=True
            )
        }
        ridge = against_calm(self._nearest.dangers, vector @ self._dangers)
        dangers = {
            kind: score + _DANGER_RIDGE_WEIGHT * ridge[kind] for kind, score in near.dangers.items()
        }
        return Scores(labels, dangers)


def _unit(vectors: Vectors) -> Vectors:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = vectors / np.maximum(length, 1e-9)
    return scaled


def _ridge(vectors: Vectors, groups: Groups) -> Weights:
    """Weights of shape (384, names). Every name weighs the same, however many rows it has."""
    rows = np.concatenate(groups.rows)
    column = np.repeat(np.arange(len(groups.names)), [len(each) for each in groups.rows])
    targets = np.zeros((len(rows), len(groups.names)), dtype=np.float32)
    targets[np.arange(len(rows)), column] = 1
    weight = (1 / np.array([len(groups.rows[each]) for each in column]))[:, None]
    weight = weight / weight.mean()
    taught = vectors[rows]
    gram = taught.T @ (taught * weight) + _PENALTY * np.eye(vectors.shape[1])
    solved: Weights = np.linalg.solve(gram, taught.T @ (targets * weight)).astype(np.float32)
    return solved
