"""A conditional logit, fitted: what features weigh in choices between rows.

Deterministic: Newton's method from zero over the choices in their order.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.search.choice import shares

_PENALTY: Final = 0.3
_ROUNDS: Final = 100
_ENOUGH: Final = 1e-6

Numbers = npt.NDArray[np.floating[Any]]
Rights = npt.NDArray[np.bool_]


def fit(features: Sequence[Numbers], right: Sequence[Rights]) -> Numbers:
    """The weights of a conditional logit: each example is a choice between rows.

    Several rows of an example may be right; what counts is their share together.
    """
    rows = np.stack(features).astype(np.float64)
    wanted = np.stack(right)
    weights = np.zeros(rows.shape[2])
    value = _likelihood(rows, wanted, weights)
    for _ in range(_ROUNDS):
        step = _newton(rows, wanted, weights)
        # A full step can overshoot where the curve is not yet round.
        while _likelihood(rows, wanted, weights + step) < value and np.abs(step).max() > _ENOUGH:
            step = step / 2
        weights = weights + step
        value = _likelihood(rows, wanted, weights)
        if np.abs(step).max() < _ENOUGH:
            break
    return weights


def _newton(rows: Numbers, wanted: Rights, weights: Numbers) -> Numbers:
    share = shares(rows, weights)[0]
    of_right = share * wanted
    of_right /= np.maximum(of_right.sum(axis=1, keepdims=True), 1e-300)
    slope = np.einsum("ij,ijk->k", of_right - share, rows) - _PENALTY * weights
    middle = np.einsum("ij,ijk->ik", share, rows)
    curve = np.einsum("ij,ijk,ijl->kl", share, rows, rows, optimize=True) - middle.T @ middle
    solved: Numbers = np.linalg.solve(curve + _PENALTY * np.eye(len(weights)), slope)
    return solved


def _likelihood(rows: Numbers, wanted: Rights, weights: Numbers) -> float:
    together = (shares(rows, weights)[0] * wanted).sum(axis=1)
    fitted = np.log(np.maximum(together, 1e-300)).sum()
    return float(fitted - _PENALTY / 2 * weights @ weights)
