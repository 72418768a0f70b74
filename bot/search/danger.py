"""Which kind of danger a message shows: by its signs, by known lines, by letters, by meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.content import DangerKind, Library
from bot.search.deck import CALM, Deck
from bot.search.nearest import Likeness
from bot.search.signs import seen, signs
from bot.text import Reading

# What letters, a sign and a known line weigh beside meaning.
_GRAMS: Final = 2.0
_SIGN: Final = 0.7
_SAME_WORDS: Final = 1.0
_SAME_WORDS_FROM: Final = 0.8
# The lowest thresholds at which every message of danger in tests/questions is recognised with
# vectors; a missed danger costs more than lines that somebody did not need.
_FROM: Final = 0.03
_CLOSE: Final = 0.15
_FROM_WITHOUT_MEANING: Final = -0.06


@dataclass(frozen=True)
class Recognised:
    """A kind of danger and what showed it, in words for `--explain`."""

    kind: DangerKind
    because: str


class DangerSpotter:
    """Looks for danger, whatever the ranking of cards says."""

    def __init__(self, library: Library, deck: Deck) -> None:
        self._dangers = library.dangers
        self._deck = deck
        self._signs = signs(library)

    def spot(
        self,
        readings: Sequence[Reading],
        likeness: Likeness,
        grams: Mapping[str, float],
        meaning: Mapping[str, float] | None,
    ) -> Recognised | None:
        """The kind of danger, or None; `meaning` is None where there are no vectors."""
        same = self._alike(likeness)
        shown = seen(self._signs, readings)
        because = {kind: f"the known line “{line}”" for kind, line in same.items()}
        because |= {kind: f"the words “{words}”" for kind, words in shown.items()}
        scores = {
            kind: _GRAMS * grams.get(kind, -1.0)
            + (meaning.get(kind, 0.0) if meaning else 0.0)
            + (_SIGN if kind in shown else 0.0)
            + (_SAME_WORDS if kind in same else 0.0)
            for kind in self._dangers
        }
        enough = _FROM if meaning is not None else _FROM_WITHOUT_MEANING
        found = {kind: score for kind, score in scores.items() if score >= enough}
        # A kind beats another where both are meant, not where it is a far second.
        best = max(found.values(), default=0.0)
        meant = [kind for kind, score in found.items() if score >= best - _CLOSE]
        beaten = {loser for kind in meant for loser in self._dangers[kind].beats}
        left = {kind: score for kind, score in found.items() if kind not in beaten} or found
        if not left:
            return None
        kind = max(left, key=lambda each: (left[each], each))
        return Recognised(kind, because.get(kind, "its meaning"))

    def _alike(self, likeness: Likeness) -> dict[DangerKind, str]:
        """Kinds with a known line that the message repeats, unless a calm line is as near."""
        found: dict[DangerKind, tuple[float, str]] = {}
        calm = 0.0
        for number in np.flatnonzero(likeness >= _SAME_WORDS_FROM):
            line, score = self._deck.lines[number], float(likeness[number])
            if line.danger == CALM:
                calm = max(calm, score)
            elif line.danger:
                kind = DangerKind(line.danger)
                found[kind] = max(found.get(kind, (0.0, "")), (score, line.text))
        return {kind: text for kind, (score, text) in found.items() if score > calm}
