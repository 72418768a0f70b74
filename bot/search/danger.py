"""Which kind of danger a message shows: by its signs, by known lines, by meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.content import DangerKind, Library
from bot.search.deck import CALM, Deck
from bot.search.fuzzy import Scores
from bot.search.signs import seen, signs
from bot.text import Reading

# A sign weighs as much as this in the score of meaning; a known line from this likeness on as well.
_SIGN: Final = 0.3
_ALIKE_FROM: Final = 0.8
# From this score of meaning on a kind is recognised without any sign.
_MEANT_FROM: Final = 0.3


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
        self, readings: Sequence[Reading], likeness: Scores, meaning: Mapping[str, float]
    ) -> Recognised | None:
        """The kind of danger, or None. `meaning` is empty where there are no vectors."""
        scores: dict[DangerKind, float] = {
            DangerKind(kind): score for kind, score in meaning.items()
        }
        because: dict[DangerKind, str] = {}
        for kind, words in seen(self._signs, readings).items():
            scores[kind] = scores.get(kind, 0.0) + (_SIGN if meaning else 1.0)
            because[kind] = f"the words “{words}”"
        for kind, line in self._alike(likeness).items():
            scores[kind] = scores.get(kind, 0.0) + 1.0
            because.setdefault(kind, f"the known line “{line}”")
        found = {kind: score for kind, score in scores.items() if score >= _MEANT_FROM}
        beaten = {loser for kind in found for loser in self._dangers[kind].beats}
        left = {kind: score for kind, score in found.items() if kind not in beaten} or found
        if not left:
            return None
        kind = max(left, key=lambda each: (left[each], each))
        return Recognised(kind, because.get(kind, "its meaning"))

    def _alike(self, likeness: Scores) -> dict[DangerKind, str]:
        """Kinds with a known line that the message repeats, unless a calm line is as near."""
        found: dict[DangerKind, tuple[float, str]] = {}
        calm = 0.0
        for number in np.flatnonzero(likeness >= _ALIKE_FROM):
            line, score = self._deck.lines[number], float(likeness[number])
            if line.danger == CALM:
                calm = max(calm, score)
            elif line.danger:
                kind = DangerKind(line.danger)
                found[kind] = max(found.get(kind, (0.0, "")), (score, line.text))
        return {kind: text for kind, (score, text) in found.items() if score > calm}
