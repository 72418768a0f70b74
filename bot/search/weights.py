"""The numbers that `sala tune` learned: what each feature weighs, and the thresholds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.errors import SalaError
from bot.search.channels import KIND_FEATURES, LABEL_FEATURES
from bot.search.decision import CHOICES
from bot.search.groups import Likeness

FILE: Final = Path(__file__).with_name("weights.json")
CERTAINTY_FEATURES: Final = ("share", "lead over cards", "score", "always")
"""What tells how likely a card is right, in the order of the numbers."""

Numbers = Likeness


class WeightsError(SalaError):
    """weights.json does not fit this program; the text says what to do."""


@dataclass(frozen=True)
class Weights:
    """One set of numbers; machines with and without vectors have their own."""

    labels: Numbers
    certainty: Numbers
    kinds: Numbers
    answer_from: float
    """The certainty of the first card from which on it is the answer."""
    choose_from: float
    """The certainty of the first three cards together from which on they are offered."""
    danger_from: float
    """The share of all kinds of danger together from which on a message is in danger."""


UNTAUGHT: Final = Weights(
    np.zeros(len(LABEL_FEATURES)),
    np.zeros(len(CERTAINTY_FEATURES)),
    np.zeros(len(KIND_FEATURES)),
    answer_from=1.0,
    choose_from=1.0,
    danger_from=1.0,
)
"""The numbers before anything is learned."""


def read_weights(file: Path = FILE) -> tuple[Weights, Weights]:
    """The numbers with vectors and by letters alone. Raises WeightsError."""
    try:
        tree = json.loads(file.read_bytes())
        return _weights(tree["with vectors"]), _weights(tree["letters"])
    except (OSError, LookupError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise WeightsError(
            f"{file} does not hold the numbers of this program. `sala tune` writes it anew."
        ) from error


def as_tree(weights: Weights) -> dict[str, Any]:
    """The numbers as `read_weights` reads them, each under the name of its feature."""
    return {
        "labels": _named(LABEL_FEATURES, weights.labels),
        "certainty": _named(CERTAINTY_FEATURES, weights.certainty),
        "kinds": _named(KIND_FEATURES, weights.kinds),
        "answer from": weights.answer_from,
        "choose from": weights.choose_from,
        "danger from": weights.danger_from,
    }


def _weights(tree: Mapping[str, Any]) -> Weights:
    return Weights(
        _in_order(LABEL_FEATURES, tree["labels"]),
        _in_order(CERTAINTY_FEATURES, tree["certainty"]),
        _in_order(KIND_FEATURES, tree["kinds"]),
        _threshold(tree["answer from"]),
        _threshold(tree["choose from"]),
        _threshold(tree["danger from"]),
    )


def _threshold(number: Any) -> float:
    threshold = float(number)
    # NaN is in no interval; with it every message would be in danger.
    if not 0 <= threshold <= CHOICES + 1:
        raise ValueError(number)
    return threshold


def _in_order(names: tuple[str, ...], numbers: Mapping[str, Any]) -> Numbers:
    return np.array([float(numbers[name]) for name in names])


def _named(names: tuple[str, ...], numbers: Numbers) -> dict[str, float]:
    return dict(zip(names, map(float, numbers), strict=True))
