"""From features to shares of one whole, and from shares to how certain a card is."""

import numpy as np

from bot.search.channels import Features
from bot.search.groups import Likeness

Shares = Likeness
"""Of a whole that is 1."""


def shares(features: Features, weights: Shares) -> tuple[Shares, Shares]:
    """Two arrays of shape (names + 1,): how much of the whole each name has, and its score.

    A conditional logit: the shares sum to 1, and only what tells names apart counts. Features of
    several messages, of shape (messages, names + 1, features), give a row for each.
    """
    scores = features @ weights
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return odds / odds.sum(axis=-1, keepdims=True), scores


def certainty_features(share: Shares, scores: Shares, rivals: Shares) -> Shares:
    """Shape (cards, 4): what tells how certain a card is.

    `share` and `scores` are those of the cards, `rivals` the greatest share of any other card.
    """
    floor = 1e-9
    inside = np.clip(share, floor, 1 - floor)
    return np.stack(
        [
            np.log(inside / (1 - inside)),
            np.log(inside / np.clip(rivals, floor, 1)),
            scores,
            np.ones(len(share)),
        ],
        axis=1,
    )


def certainty(features: Shares, weights: Shares) -> Shares:
    """Shape (cards,): the probability that a card is a right one, the same in every language."""
    sure: Shares = 1 / (1 + np.exp(-np.clip(features @ weights, -60, 60)))
    return sure
