"""How the two channels become one score per label, and the thresholds of the decision."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from bot.search.decision import Outcome
from bot.search.deck import is_card

Scored = Sequence[tuple[str, float]]
"""Labels with their probability, best first."""

# Below this likeness letters say nothing, above it they count more and more.
_LETTERS_FROM: Final = 0.55
_LETTERS_WEIGHT: Final = 1.6
ANSWER_FROM: Final = 0.5
CHOOSE_FROM: Final = 0.25
INTENT_FROM: Final = 0.5


def blend(likeness: Mapping[str, float], meaning: Mapping[str, float]) -> Scored:
    """The labels that either channel knows, with one score from both."""
    raw = {
        label: _LETTERS_WEIGHT * _letters(likeness.get(label, 0.0)) + meaning.get(label, 0.0)
        for label in {*likeness, *meaning}
    }
    ranked = sorted(raw.items(), key=lambda item: (-item[1], item[0]))
    return [(label, _probability(score)) for label, score in ranked]


def outcome(scored: Scored) -> Outcome:
    """Answer when the first label is a sure card, offer when cards are likely, else none."""
    if not scored:
        return "none"
    (first, score) = scored[0]
    if not is_card(first):
        return "none"
    if score >= ANSWER_FROM:
        return "answer"
    return "choose" if score >= CHOOSE_FROM else "none"


def _letters(likeness: float) -> float:
    return float(max(0.0, (likeness - _LETTERS_FROM) / (1 - _LETTERS_FROM)) ** 1.5)


def _probability(score: float) -> float:
    return 1 / (1 + math.exp(-6 * (score - 0.5)))
