"""Shares of one whole, and how certain they make a card."""

import numpy as np
import pytest

from bot.search.choice import certainty, certainty_features, shares

SEEDS = range(8)


def drawn(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Features of five names and of none, and weights."""
    random = np.random.default_rng(seed)
    return random.normal(size=(6, 4)), random.normal(size=4) * 5


@pytest.mark.parametrize("seed", SEEDS)
def test_shares_are_parts_of_one_whole(seed):
    share, _ = shares(*drawn(seed))
    assert share.sum() == pytest.approx(1)
    assert share.min() >= 0


@pytest.mark.parametrize("seed", SEEDS)
def test_the_odds_of_two_names_are_what_their_scores_differ_by(seed):
    features, weights = drawn(seed)
    share, scores = shares(features, weights)
    assert scores == pytest.approx(features @ weights)
    assert np.log(share[0] / share[1:]) == pytest.approx(scores[0] - scores[1:])


def test_without_weights_everything_has_the_same_share():
    assert shares(np.ones((5, 3)), np.zeros(3))[0].tolist() == pytest.approx([0.2] * 5)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_all_names_have_in_common_tells_nothing(seed):
    features, weights = drawn(seed)
    assert shares(features + 7, weights)[0] == pytest.approx(shares(features, weights)[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_greater_feature_of_weight_gives_a_greater_share_and_takes_from_the_others(seed):
    features, weights = drawn(seed)
    more = features.copy()
    more[2, 1] += np.sign(weights[1])
    before, after = shares(features, weights)[0], shares(more, weights)[0]
    assert after[2] > before[2]
    assert np.all(np.delete(after, 2) < np.delete(before, 2))


def test_far_scores_break_nothing():
    share, scores = shares(np.array([[2000.0], [-2000.0], [0.0]]), np.array([1.0]))
    assert share.tolist() == [1, 0, 0]
    assert scores.tolist() == [2000, -2000, 0]


def test_what_tells_how_certain_a_card_is():
    """Its log-odds, its lead over the best other card, its score, and always one."""
    found = certainty_features(np.array([0.5, 0.25]), np.array([3.0, 2.0]), np.array([0.25, 0.5]))
    assert found == pytest.approx(
        np.array([[0, np.log(2), 3, 1], [np.log(1 / 3), -np.log(2), 2, 1]])
    )


@pytest.mark.parametrize("share", [0.0, 1e-300, 1e-12, 1.0])
@pytest.mark.parametrize("rival", [0.0, 1e-300, 1.0])
def test_the_whole_and_nothing_are_numbers_too(share, rival):
    found = certainty_features(np.array([share]), np.zeros(1), np.array([rival]))
    assert np.isfinite(found).all()


def test_without_cards_nothing_is_certain():
    found = certainty_features(np.zeros(0), np.zeros(0), np.zeros(0))
    assert found.shape == (0, 4)
    assert certainty(found, np.ones(4)).shape == (0,)


@pytest.mark.parametrize("score", [-1e9, -700, -60, -1, 0, 1, 60, 700, 1e9])
def test_certainty_lies_between_nought_and_one(score):
    (sure,) = certainty(np.array([[score]]), np.array([1.0])).tolist()
    assert 0 <= sure <= 1
    assert np.sign(sure - 0.5) == np.sign(score)


def test_certainty_is_the_logistic_curve_and_rises():
    scores = np.linspace(-5, 5, 21)
    sure = certainty(scores[:, None], np.array([1.0]))
    assert np.log(sure / (1 - sure)) == pytest.approx(scores)
    assert np.all(np.diff(sure) > 0)
