"""The fuzzy channel: how alike the letters of a message and of a known line are, by rapidfuzz."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from bot.search.deck import Deck
from bot.search.groups import Likeness
from bot.text import Reading

# An ask line has at most some 150 letters; comparing more of a message only costs time.
_COMPARED: Final = 300
# The lines that share most rare groups of letters; a line alike in letters is always among them.
_LOOKED_AT: Final = 256
# A skeleton has lost what tells some words apart, so it never outweighs the same likeness in full.
_SKELETON_WEIGHT: Final = 0.96
# Between two languages written in the same letters, the one that the person chose.
_OTHER_LANGUAGE_WEIGHT: Final = 0.97


class FuzzyChannel:
    """Likeness between 0 and 1 of a message to those lines of a deck that may be alike at all."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._languages = np.array([line.language for line in deck.lines])

    def likeness(
        self, readings: Sequence[Reading], language: str | None, letters: Likeness
    ) -> Likeness:
        """Shape (lines,): the better of both forms over all readings, own language first.

        Only the lines with most shared `letters` are looked at; for the others it is 0.
        """
        count = len(self._deck.lines)
        rows = np.arange(count)
        if count > _LOOKED_AT:
            rows = np.argpartition(letters, count - _LOOKED_AT)[count - _LOOKED_AT :]
        alike = np.zeros(len(rows), dtype=np.float32)
        for reading in readings:
            for form, lines, weight in (
                (reading.canonical, self._deck.canonical, 1.0),
                (reading.skeleton, self._deck.skeleton, _SKELETON_WEIGHT),
            ):
                ratio = _ratio(form[:_COMPARED], [lines[row] for row in rows])
                alike = np.maximum(alike, ratio * weight)
        if language is not None:
            alike *= np.where(self._languages[rows] == language, 1.0, _OTHER_LANGUAGE_WEIGHT)
        found = np.zeros(count, dtype=np.float32)
        found[rows] = alike
        return found


def _ratio(form: str, lines: Sequence[str]) -> Likeness:
    if not lines:
        return np.zeros(0, dtype=np.float32)
    ratio: Likeness = process.cdist([form], lines, scorer=fuzz.ratio, dtype=np.float32)[0]
    return ratio / 100
