"""What `sala tune` learns, on choices made by hand."""

import numpy as np
import pytest

from bot.check.tuning import fit


def choices(count: int = 200, seed: int = 1):
    """Choices between three rows of two features; the row with the greater first feature is right.

    One choice in ten is made against it, so that no weight is large enough.
    """
    chance = np.random.default_rng(seed)
    rows = chance.normal(size=(count, 3, 2))
    right = np.zeros((count, 3), dtype=np.bool_)
    right[np.arange(count), rows[:, :, 0].argmax(axis=1)] = True
    wrong = chance.random(count) < 0.1
    right[wrong] = np.roll(right[wrong], 1, axis=1)
    return list(rows), list(right)


def test_what_tells_gets_the_weight():
    first, second = fit(*choices())
    assert first > 1
    assert abs(second) < first / 5


def test_the_same_choices_teach_the_same():
    assert np.array_equal(fit(*choices()), fit(*choices()))


def test_where_everything_is_told_apart_the_weights_stay_finite():
    """Without the penalty they would grow for ever."""
    rows = [np.array([[1.0], [0.0]])] * 50
    right = [np.array([True, False])] * 50
    (weight,) = fit(rows, right)
    assert 2 < weight < 50


def test_large_features_do_not_make_it_overshoot():
    rows, right = choices()
    weights = fit([each * 1000 for each in rows], right)
    assert np.isfinite(weights).all()
    assert weights[0] > 0


def test_of_several_right_rows_the_share_together_counts():
    """Which of two equally right rows has more of it teaches nothing."""
    rows = [np.array([[1.0, 5.0], [1.0, 0.0], [0.0, 0.0]])] * 40
    right = [np.array([True, True, False])] * 40
    both = fit(rows, right)
    assert both[0] > 0
    one = fit(rows, [np.array([False, True, False])] * 40)
    assert one[1] < 0 <= both[1]


@pytest.mark.parametrize("step", [0.05, -0.05])
@pytest.mark.parametrize("number", [0, 1])
def test_no_step_from_the_result_is_better(number, step):
    rows, right = choices()
    weights = fit(rows, right)
    moved = weights.copy()
    moved[number] += step

    def loss(found):
        scores = np.stack(rows) @ found
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        share = (odds / odds.sum(axis=1, keepdims=True) * np.stack(right)).sum(axis=1)
        return -np.log(share).sum() + 0.15 * found @ found

    assert loss(moved) > loss(weights)
