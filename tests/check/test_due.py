"""Facts that must be looked up again."""

import pytest

from bot.check import due
from bot.content import load

FACT = (
    "- {{id: {id}, says: A statement., as_of: {as_of}, volatility: {volatility}, confidence: high, "
    "harm_if_wrong: little, {more}sources: [{{url: https://example.org, publisher: Example}}]}}\n"
)


@pytest.fixture
def ids(checkout):
    """A function: the ids of what is due, in order, where these facts stand beside those known."""

    def listed(*facts: dict[str, str]) -> list[str]:
        usual = {"as_of": "2026-11", "volatility": "often", "more": ""}
        text = "".join(FACT.format(**(usual | fact)) for fact in facts)
        checkout.write("seeds/other.yaml", text)
        known = {"inspector-60-days", "claim-is-free"}
        return [fact.id for fact in due(load(checkout.root)) if fact.id not in known]

    return listed


def test_the_soonest_stands_first_whatever_is_past(ids):
    """By the day of the review, not by the age of the source."""
    assert ids(
        {"id": "stable", "as_of": "2026-01", "volatility": "stable"},
        {"id": "fresh"},
        {"id": "old", "as_of": "2020"},
        {"id": "yearly", "as_of": "2026-06", "volatility": "yearly"},
        {"id": "undated", "as_of": "undated"},
    ) == ["undated", "old", "fresh", "yearly", "stable"]


def test_what_is_not_shown_need_not_be_looked_up(ids):
    assert ids({"id": "hidden", "more": "publish: no, "}, {"id": "shown"}) == ["shown"]


def test_on_the_same_day_they_stand_by_name(ids):
    assert ids({"id": "b"}, {"id": "c"}, {"id": "a"}) == ["a", "b", "c"]


def test_all_of_a_checkout_are_listed_with_their_day(checkout):
    """Those that are far from due as well: the list has no end of its own."""
    assert [(fact.id, str(fact.review_by)) for fact in due(load(checkout.root))] == [
        ("claim-is-free", "2028-11-01"),
        ("inspector-60-days", "2028-11-01"),
    ]
