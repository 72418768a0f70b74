"""What features weigh in choices, on choices made by hand."""

import numpy as np
import pytest

from bot.check.logit import fit


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


def loss_of(rows, right, weights) -> float:
    """What is made as small as can be: how unlikely the right rows are, and the penalty."""
    lost = 0.15 * float(weights @ weights)
    for features, rights in zip(rows, right, strict=True):
        odds = np.exp(features @ weights)
        lost -= np.log(odds[rights].sum() / odds.sum())
    return lost


def apart(count: int = 60, seed: int = 3, direction=(2.0, -1.0, 0.5)):
    """Choices between four rows; the one that lies farthest in a direction is right, always."""
    rows = np.random.default_rng(seed).normal(size=(count, 4, len(direction)))
    right = np.zeros((count, 4), dtype=np.bool_)
    right[np.arange(count), (rows @ np.array(direction)).argmax(axis=1)] = True
    return list(rows), list(right)


def several(count: int = 60, seed: int = 5):
    """Choices of which some have two right rows and some have only right ones."""
    chance = np.random.default_rng(seed)
    rows, right = apart(count, seed)
    right = [rights | (chance.random(4) < 0.3) for rights in right]
    right[:3] = [np.ones(4, dtype=np.bool_)] * 3
    return rows, right


def test_the_direction_that_tells_right_from_wrong_is_found():
    direction = np.array([2.0, -1.0, 0.5])
    weights = fit(*apart(300, direction=direction))
    cosine = weights @ direction / np.linalg.norm(weights) / np.linalg.norm(direction)
    assert cosine > 0.99


@pytest.mark.parametrize("made", [choices, apart, several])
def test_at_the_result_it_is_level_in_every_direction(made):
    """So that the last round was enough, with one right row and with several."""
    rows, right = made()
    weights = fit(rows, right)
    little = 1e-5
    for each in np.eye(len(weights)) * little:
        slope = loss_of(rows, right, weights + each) - loss_of(rows, right, weights - each)
        assert slope / (2 * little) == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("seed", range(3))
def test_several_right_rows_count_by_their_share_together(seed):
    """The best of all weights on a line, as a search through all of them finds it."""
    rows, right = several(30, seed)
    narrow = [features[:, :1] for features in rows]
    (weight,) = fit(narrow, right)
    tried = np.linspace(-6, 6, 4001)
    losses = [loss_of(narrow, right, np.array([each])) for each in tried]
    assert weight == pytest.approx(tried[int(np.argmin(losses))], abs=0.004)


def test_where_every_row_is_right_nothing_is_learned():
    rows, _ = apart(20)
    assert fit(rows, [np.ones(4, dtype=np.bool_)] * 20).tolist() == pytest.approx([0, 0, 0])


@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0, 1e3])
def test_on_what_is_told_apart_it_never_gets_worse_than_knowing_nothing(scale):
    """However large the features are: each round is at least as good as the one before."""
    rows, right = apart()
    large = [features * scale for features in rows]
    weights = fit(large, right)
    scores = np.stack(large) @ weights
    assert np.isfinite(weights).all()
    assert np.abs(weights).max() < 50
    chosen = scores.argmax(axis=1) == np.stack(right).argmax(axis=1)
    assert chosen.mean() > 0.8


def test_a_step_that_goes_too_far_is_made_shorter():
    """Whole steps end far away here, at weights of a hundred with two of three choices wrong."""
    rows = [np.array([ahead, [0.0, 0.0]]) for ahead in ([1.0, 1.0], [20.0, 74.0], [10.0, -32.0])]
    right = [np.array([True, False])] * 3
    weights = fit(rows, right)
    assert weights.tolist() == pytest.approx([1.0, 0.153], abs=0.01)
    assert loss_of(rows, right, weights) < loss_of(rows, right, np.zeros(2))
