"""How long a fact may be relied on (protection.md C3)."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from bot.content.fact import add_months

SOURCE = date(2026, 1, 15)
LOOKED_UP = date(2026, 6, 20)
DAY = timedelta(days=1)
MONTHS = {
    ("often", "life"): 3,
    ("often", "status"): 3,
    ("often", "money"): 3,
    ("often", "little"): 3,
    ("yearly", "life"): 12,
    ("yearly", "status"): 12,
    ("yearly", "money"): 12,
    ("yearly", "little"): 12,
    ("stable", "life"): 12,
    ("stable", "status"): 12,
    ("stable", "money"): 24,
    ("stable", "little"): 24,
}
EVERY = list(product(MONTHS, [True, False]))
FROM_SOURCE = {3: date(2026, 4, 15), 12: date(2027, 1, 15), 24: date(2028, 1, 15)}
FROM_LOOK_UP = {3: date(2026, 9, 20), 12: date(2027, 6, 20), 24: date(2028, 6, 20)}


@pytest.mark.parametrize(("sort", "grants"), EVERY)
def test_a_look_up_renews_everything_but_what_grants(fact, sort, grants):
    """Each volatility, each harm, granting or not; looked up after the source was written."""
    volatility, harm = sort
    dated = replace(
        fact,
        volatility=volatility,
        harm=harm,
        grants=grants,
        as_of=SOURCE,
        checked_on=LOOKED_UP,
    )
    assert dated.review_by == (FROM_SOURCE if grants else FROM_LOOK_UP)[MONTHS[sort]]


@pytest.mark.parametrize(("sort", "grants"), EVERY)
def test_without_a_look_up_everything_counts_from_its_source(fact, sort, grants):
    volatility, harm = sort
    dated = replace(fact, volatility=volatility, harm=harm, grants=grants, as_of=SOURCE)
    assert dated.review_by == FROM_SOURCE[MONTHS[sort]]


def test_a_source_that_is_newer_than_the_look_up_counts(fact):
    dated = replace(fact, volatility="often", as_of=LOOKED_UP, checked_on=SOURCE)
    assert dated.review_by == FROM_LOOK_UP[3]


@pytest.mark.parametrize("sort", MONTHS)
def test_what_grants_by_an_undated_source_is_never_in_date(fact, sort):
    """However lately it was looked up."""
    volatility, harm = sort
    undated = replace(
        fact, volatility=volatility, harm=harm, grants=True, as_of=None, checked_on=LOOKED_UP
    )
    assert not undated.in_date(LOOKED_UP)


def test_other_undated_facts_count_from_their_look_up(fact):
    undated = replace(fact, volatility="often", as_of=None, checked_on=LOOKED_UP)
    assert undated.review_by == FROM_LOOK_UP[3]
    assert not replace(undated, checked_on=None).in_date(LOOKED_UP)


def test_a_fact_is_in_date_until_the_day_before_its_review(fact):
    dated = replace(fact, volatility="yearly", as_of=SOURCE)
    assert dated.in_date(SOURCE)
    assert dated.in_date(dated.review_by - DAY)
    assert not dated.in_date(dated.review_by)
    assert not dated.in_date(dated.review_by + DAY)


@pytest.mark.parametrize("confidence", ["high", "medium", "low"])
def test_agreement_of_sources_is_not_safety(fact, confidence):
    """Confidence moves no date: harm does."""
    assert replace(fact, confidence=confidence).review_by == fact.review_by


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 15), 3, date(2026, 4, 15)),
        (date(2026, 11, 1), 3, date(2027, 2, 1)),
        (date(2026, 12, 10), 12, date(2027, 12, 10)),
        (date(2026, 9, 10), 3, date(2026, 12, 10)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 1, 31), 24, date(2028, 1, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_later_it_is_the_same_day_but_the_28th_at_the_latest(day, months, later):
    assert add_months(day, months) == later
