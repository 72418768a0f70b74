"""The one decision: what the channels say becomes a ranking of labels and an outcome."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.content import IntentName
from bot.search.channels import Channels, Features
from bot.search.choice import Shares, certainty, certainty_features, shares
from bot.search.decision import CHOICES, RANKED, Outcome
from bot.search.groups import Numbers
from bot.search.weights import Weights

# The share of the whole that a built-in answer needs to be given, beside leading everything.
_INTENT_FROM: Final = 0.4


@dataclass(frozen=True)
class Ranking:
    """Cards with their certainty, best first, and what leads over all of them."""

    cards: tuple[tuple[str, float], ...]
    first: str | None
    """The label with the greatest share; None when that is nothing of ours."""
    share: float

    @property
    def intent(self) -> IntentName | None:
        """The built-in answer that the message asks for."""
        if self.first and self.first.startswith("intent/") and self.share >= _INTENT_FROM:
            return IntentName(self.first.removeprefix("intent/"))
        return None

    def outcome(self, weights: Weights) -> Outcome:
        """Answer when the first label is a sure card, offer when one of three is likely."""
        if self.intent or not self.cards:
            return "none"
        card, sure = self.cards[0]
        if sure >= weights.answer_from and card == self.first:
            return "answer"
        together = sum(each for _, each in self.cards[:CHOICES])
        return "choose" if together >= weights.choose_from else "none"


def rank(features: Features, channels: Channels, weights: Weights) -> Ranking:
    """The best cards of the deck, each with the probability that it is a right one."""
    share, scores = shares(features, weights.labels)
    columns = channels.cards
    sure = certainty(of_cards(share, scores, columns), weights.certainty)
    # Later cards are never more certain than earlier ones, or the ranking would say two things.
    order = np.argsort(-share[columns], kind="stable")[:RANKED]
    falling = np.minimum.accumulate(sure[order])
    names = [channels.labels.names[columns[place]] for place in order]
    first = int(share.argmax())
    return Ranking(
        tuple(zip(names, falling.tolist(), strict=True)),
        channels.labels.names[first] if first < len(channels.labels.names) else None,
        float(share[first]),
    )


def of_cards(share: Shares, scores: Shares, columns: Numbers) -> Shares:
    """What tells how certain each card is."""
    own = share[columns]
    if not len(own):
        return np.zeros((0, 4))
    best = int(own.argmax())
    rivals = np.full(len(own), own[best])
    rivals[best] = np.delete(own, best).max(initial=0.0)
    return certainty_features(own, scores[columns], rivals)
