"""What the engine says of a message."""

from dataclasses import replace

import pytest

from bot.content import CardId
from bot.search import Decision, Hit

HITS = tuple(Hit(CardId(f"permits/{name}"), 0.4) for name in "abcde")
OFFERED = Decision("choose", HITS, None, "", urgent=False, intent=None, language="en")


def test_the_first_three_cards_are_offered_in_their_order():
    assert OFFERED.choices == ("permits/a", "permits/b", "permits/c")


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_never_more_than_there_are(number):
    assert len(replace(OFFERED, hits=HITS[:number]).choices) == number


@pytest.mark.parametrize("outcome", ["answer", "none"])
def test_only_where_there_is_a_choice(outcome):
    """The ranking is there whatever the outcome."""
    decided = replace(OFFERED, outcome=outcome)
    assert decided.choices == ()
    assert decided.hits == HITS
