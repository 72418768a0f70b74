"""The channels together: from a message to features of every label and of every kind of danger."""

from collections.abc import Container, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.search.deck import CALM, ELSEWHERE, Deck, is_card
from bot.search.fuzzy import FuzzyChannel
from bot.search.grams import GramsChannel
from bot.search.groups import Groups, Likeness, Numbers
from bot.search.meaning import WEAK_LANGUAGES, MeaningChannel
from bot.search.signs import NOT_NOW
from bot.search.vectors import Embedder, VectorCache
from bot.text import Reading

Features = npt.NDArray[np.floating[Any]]
"""Shape (names + 1, features); the last row stands for none of the names."""

LABEL_FEATURES: Final = (
    "few lines, letters",
    "all lines, letters",
    "likest line",
    "same letters",
    "few lines, meaning",
    "all lines, meaning",
    "few lines, meaning in a weak language",
    "all lines, meaning in a weak language",
    "built-in answer",
    "elsewhere",
    "nothing",
)
"""What tells of a label, in the order of the columns; the last three are its sort."""
KIND_FEATURES: Final = (
    "few lines, letters",
    "likest line",
    "same letters",
    "few lines, meaning",
    "all lines, meaning",
    "sign",
    "not now",
    "calm",
)
"""What tells of a kind of danger beyond what tells of calm, in the order of the columns."""

# A skeleton, and another language than the chosen one, weigh a little less than 1.
_SAME_LETTERS: Final = 0.93


@dataclass(frozen=True)
class Heard:
    """What the channels say of one message: likeness to every line, and features."""

    letters: Likeness
    alike: Likeness
    meaning: Likeness | None
    labels: Features
    kinds: Features


class Channels:
    """All channels over one deck."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self.labels = Groups([line.label for line in deck.lines])
        self.kinds = Groups([line.danger for line in deck.lines])
        self.dangers = tuple(name for name in self.kinds.names if name != CALM)
        self.cards: Numbers = np.flatnonzero([is_card(name) for name in self.labels.names])
        """The numbers of those labels that are cards."""
        self._grams = GramsChannel(deck.skeleton)
        self._lengths = self._grams.lengths(self.labels)
        self._fuzzy = FuzzyChannel(deck)
        self._meaning: MeaningChannel | None = None
        self._sorts = np.array(
            [
                *(
                    (name.startswith("intent/"), name == ELSEWHERE, False)
                    for name in self.labels.names
                ),
                (False, False, True),
            ],
            dtype=np.float32,
        )

    @property
    def learned(self) -> bool:
        """Whether the meaning channel takes part."""
        return self._meaning is not None

    def with_vectors(self, cache: VectorCache, embed: Embedder) -> "Channels":
        """The same channels and the meaning channel; the cache must hold all lines."""
        vectors = cache.vectors(self.deck.canonical)
        learned = copy(self)
        learned._meaning = MeaningChannel(vectors, self.labels, self.kinds, embed)  # noqa: SLF001
        return learned

    def hear(
        self,
        readings: Sequence[Reading],
        signs: Container[str],
        language: str | None = None,
        guess: str | None = None,
    ) -> Heard:
        """What the channels say of a message in which `signs` of kinds of danger stand.

        `language` is the one that the person chose, `guess` the one that the letters suggest.
        """
        letters = np.max([self._grams.likeness(each.skeleton) for each in readings], axis=0)
        alike = self._fuzzy.likeness(readings, language, letters)
        meant = self._meaning.meant(readings) if self._meaning else None
        none = np.zeros(len(self.labels.names), dtype=np.float32)
        labels = [
            self.labels.nearest(letters),
            self.labels.total(letters) / self._lengths,
            *_alike(self.labels, alike),
            self.labels.nearest(meant.lines) if meant else none,
            meant.labels if meant else none,
        ]
        weak = not WEAK_LANGUAGES.isdisjoint({language, guess})
        labels += [column * weak for column in labels[-2:]]
        calm = np.zeros(len(self.kinds.names), dtype=np.float32)
        kinds = [
            self.kinds.nearest(letters),
            *_alike(self.kinds, alike),
            self.kinds.nearest(meant.lines) if meant else calm,
            meant.kinds if meant else calm,
            np.array([name in signs for name in self.kinds.names], dtype=np.float32),
        ]
        kinds.append(np.full(len(calm), NOT_NOW in signs, dtype=np.float32))
        return Heard(
            letters,
            alike,
            meant.lines if meant else None,
            np.hstack([_with_none(labels), self._sorts]),
            self._beyond_calm(kinds),
        )

    def _beyond_calm(self, kinds: Sequence[Likeness]) -> Features:
        """The features of kinds of danger, less those of calm, which is the last row."""
        columns = np.stack(kinds, axis=1)
        if CALM in self.kinds.names:
            number = self.kinds.names.index(CALM)
            # What is said of the whole message is said of calm too, and is not taken off.
            beyond = columns - columns[number]
            beyond[:, -1] = columns[:, -1]
            columns = np.delete(beyond, number, axis=0)
        found = np.zeros((len(columns) + 1, len(KIND_FEATURES)), dtype=np.float32)
        found[:-1, :-1] = columns
        found[-1, -1] = 1
        return found


def _alike(groups: Groups, alike: Likeness) -> tuple[Likeness, Likeness]:
    """The likeness of the likest line of each name, and whether it is the message itself."""
    best = groups.best(alike)[0]
    return best, (best >= _SAME_LETTERS).astype(np.float32)


def _with_none(columns: Sequence[Likeness]) -> Features:
    return np.vstack([np.stack(columns, axis=1), np.zeros((1, len(columns)))])
