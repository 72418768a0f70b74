"""The fuzzy channel: how alike the letters of a message and of every known line are."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from bot.search.deck import Deck
from bot.search.nearest import Likeness
from bot.text import Reading

# An ask line has at most some 150 letters; comparing more of a message only costs time.
_COMPARED: Final = 300
# A skeleton has lost what tells some words apart, so it never outweighs the same likeness in full.
_SKELETON_WEIGHT: Final = 0.96
# Between two languages written in the same letters, the one that the person chose.
_OTHER_LANGUAGE_WEIGHT: Final = 0.97


class FuzzyChannel:
    """Likeness between 0 and 1 of a message to every line of a deck."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._languages = np.array([line.language for line in deck.lines])

    def scores(self, readings: Sequence[Reading], language: str | None) -> Likeness:
        """Shape (lines,): the better of both forms over all readings, own language first."""
        if not self._deck.lines:
            return np.zeros(0, dtype=np.float32)
        forms = [
            *((reading.canonical, self._deck.canonical, 1.0) for reading in readings),
            *((reading.skeleton, self._deck.skeleton, _SKELETON_WEIGHT) for reading in readings),
        ]
        likeness = [
            process.cdist([form[:_COMPARED]], lines, scorer=fuzz.ratio, dtype=np.float32)[0]
            * weight
            for form, lines, weight in forms
        ]
        best: Likeness = np.max(likeness, axis=0) / 100
        if language is not None:
            best = np.where(self._languages == language, best, best * _OTHER_LANGUAGE_WEIGHT)
        return best
