"""One ranking, one outcome: on features made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from bot.search.channels import LABEL_FEATURES, Channels
from bot.search.deck import Deck, Line
from bot.search.ranking import Ranking, of_cards, rank
from bot.search.weights import UNTAUGHT, Weights

CARDS = tuple(f"permits/{name}" for name in "abcdefg")
OTHERS = ("danger/life", "elsewhere", "intent/greeting")


def channels(*labels: str) -> Channels:
    """Channels of a deck with one line of each label."""
    return Channels(Deck(tuple(Line(label, "en", label, None) for label in labels), labels, labels))


ALL = channels(*CARDS, *OTHERS)


def weighing(*certainty: float) -> Weights:
    """Only the first feature counts; of a card's certainty its log-odds unless told otherwise."""
    labels = np.zeros(len(LABEL_FEATURES))
    labels[0] = 1
    return replace(
        UNTAUGHT,
        labels=labels,
        certainty=np.array(certainty or (1, 0, 0, 0)),
        answer_from=0.8,
        choose_from=0.6,
    )


def sharing(known: Channels, **share: float) -> np.ndarray:
    """Features that give these shares, by the end of a name; what is left goes to none."""
    parts = np.full(len(known.labels.names) + 1, 1e-12)
    for end, part in share.items():
        (at,) = (at for at, name in enumerate(known.labels.names) if name.endswith(f"/{end}"))
        parts[at] = part
    parts[-1] = 1 - sum(share.values())
    features = np.zeros((len(parts), len(LABEL_FEATURES)))
    features[:, 0] = np.log(np.maximum(parts, 1e-12))
    return features


def ranked(**share: float) -> Ranking:
    return rank(sharing(ALL, **share), ALL, weighing())


def outcome(first: str | None, *sure: float, share: float = 0.9) -> str:
    """Of the cards a, b, c … with these certainties, where `first` leads."""
    return Ranking(tuple(zip(CARDS, sure, strict=False)), first, share).outcome(weighing())


def test_cards_are_ranked_by_their_share():
    found = ranked(c=0.4, a=0.3, g=0.1, b=0.05)
    assert [card for card, _ in found.cards[:4]] == [
        *("permits/c", "permits/a", "permits/g", "permits/b")
    ]
    assert [sure for _, sure in found.cards[:4]] == pytest.approx([0.4, 0.3, 0.1, 0.05])
    assert (found.first, found.share) == ("permits/c", pytest.approx(0.4))


def test_no_more_than_five_cards_are_ranked_and_nothing_but_cards():
    found = ranked(a=0.02, b=0.01, life=0.3, greeting=0.3, c=0.01, d=0.01, e=0.01, f=0.01, g=0.01)
    assert len(found.cards) == 5
    assert {card for card, _ in found.cards} < set(CARDS)


@pytest.mark.parametrize("seed", range(20))
def test_a_later_card_is_never_more_certain(seed):
    """Whatever is learned of certainty, even that a smaller share is the surer one."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(len(ALL.labels.names) + 1, len(LABEL_FEATURES)))
    weights = replace(
        weighing(*random.normal(size=4)), labels=random.normal(size=len(LABEL_FEATURES))
    )
    certainties = [sure for _, sure in rank(features, ALL, weights).cards]
    assert certainties == sorted(certainties, reverse=True)
    assert all(0 <= sure <= 1 for sure in certainties)


def test_a_ranking_that_learned_the_contrary_still_falls():
    found = rank(sharing(ALL, a=0.6, b=0.2), ALL, weighing(-1, 0, 0, 0))
    assert [card for card, _ in found.cards[:2]] == ["permits/a", "permits/b"]
    assert [sure for _, sure in found.cards[:2]] == pytest.approx([0.4, 0.4])


def test_nothing_of_ours_can_lead():
    found = ranked(a=0.3)
    assert (found.first, found.share) == (None, pytest.approx(0.7))


@pytest.mark.parametrize(
    ("own", "rivals"),
    [
        ([0.5, 0.25, 0.125], [0.25, 0.5, 0.5]),
        ([0.25, 0.25], [0.25, 0.25]),
        ([0.5], [1e-9]),
    ],
)
def test_a_card_is_held_against_the_best_of_the_others(own, rivals):
    share = np.array([0.0, *own])
    found = of_cards(share, np.arange(len(share)), np.arange(1, len(share)))
    assert found[:, 1] == pytest.approx(np.log(np.array(own) / rivals))
    assert found[:, 2].tolist() == list(range(1, len(share)))


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        ((0.9,), "answer"),
        ((0.8,), "answer"),
        ((0.8, 0.8, 0.8), "answer"),
        ((0.7999,), "choose"),
        ((0.6,), "choose"),
        ((0.5999,), "none"),
        ((0.3, 0.3), "choose"),
        ((0.25, 0.25, 0.125), "choose"),
        ((0.25, 0.25, 0.0625), "none"),
        ((0.15, 0.15, 0.15, 0.15, 0.15), "none"),
    ],
)
def test_the_outcome_at_its_thresholds(sure, expected):
    """A card is the answer from 0.8 on; three together are offered from 0.6 on."""
    assert outcome("permits/a", *sure) == expected


@pytest.mark.parametrize("first", [None, "elsewhere", "danger/life", "permits/b"])
def test_a_card_that_does_not_lead_everything_is_offered_and_not_the_answer(first):
    assert outcome(first, 0.99) == "choose"
    assert outcome(first, 0.1) == "none"


@pytest.mark.parametrize("sure", [0.99, 0.7, 0.1])
def test_where_a_built_in_answer_is_meant_there_is_no_card(sure):
    assert outcome("intent/greeting", sure) == "none"


@pytest.mark.parametrize(
    ("first", "share", "intent"),
    [
        ("intent/greeting", 0.9, "greeting"),
        ("intent/greeting", 0.4, "greeting"),
        ("intent/greeting", 0.39, None),
        ("permits/a", 0.9, None),
        ("elsewhere", 0.9, None),
        (None, 0.9, None),
    ],
)
def test_a_built_in_answer_needs_the_lead_and_two_fifths_of_the_whole(first, share, intent):
    assert Ranking((), first, share).intent == intent


def test_a_built_in_answer_with_a_small_share_does_not_stand_in_the_way():
    assert outcome("intent/greeting", 0.7, share=0.39) == "choose"
    assert outcome("intent/greeting", 0.9, share=0.39) == "choose"


def test_a_deck_with_one_card_is_ranked():
    known = channels("permits/a", *OTHERS)
    found = rank(sharing(known, a=0.9), known, weighing())
    assert found.cards == (("permits/a", pytest.approx(0.9)),)
    assert found.outcome(weighing()) == "answer"


@pytest.mark.parametrize("labels", [OTHERS, ("elsewhere",), ()])
def test_a_deck_without_cards_answers_nothing(labels):
    known = channels(*labels)
    found = rank(sharing(known), known, weighing())
    assert (found.cards, found.first) == ((), None)
    assert found.outcome(replace(weighing(), answer_from=0.0, choose_from=0.0)) == "none"
