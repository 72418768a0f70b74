"""Texts with their values, before and after the day on which a fact is too old (C3)."""

from dataclasses import replace
from datetime import date, timedelta
from gettext import NullTranslations

import pytest

from bot.content import FactId, Words, fill, parse
from bot.language import Catalogue, Count, Day, Money, Percent

FREE = "claim-is-free"
TEXT = """\
Call **{th-1300}**.

- It takes {inspector_days}.
- It is free. {while claim-is-free}

Claim by {last_day}."""


@pytest.fixture
def free(fact):
    """A fact that grants, by a source of January 2026, often changed."""
    return replace(
        fact,
        id=FactId(FREE),
        grants=True,
        volatility="often",
        checked_on=date(2026, 11, 1),
        values={"last_day": Day(date(2027, 2, 13))},
    )


@pytest.fixture
def library(library_of, fact, free, place):
    return library_of([fact, free], [place])


def shown(library, text: str, today: date, language: str = "en") -> tuple[list[str], bool]:
    """The blocks as plain text, and whether something was left out."""
    catalogue = Catalogue(language, NullTranslations())
    filled = fill(library, parse(text), library.languages[language], catalogue, today)
    assert all(isinstance(span, Words) for block in filled.blocks for span in block.spans)
    return ["".join(span.text for span in block.spans) for block in filled.blocks], filled.expired


def test_before_the_day_everything_is_shown(library, free):
    assert shown(library, TEXT, free.review_by - timedelta(days=1)) == (
        ["Call 1300.", "It takes 60 days.", "It is free.", "Claim by 13 February 2027."],
        False,
    )


@pytest.mark.parametrize("days", [0, 1, 1000])
def test_from_the_day_on_neither_permission_nor_deadline_is_shown(library, free, days):
    """Phones and what grants nothing stay."""
    assert shown(library, TEXT, free.review_by + timedelta(days=days)) == (
        ["Call 1300.", "It takes 60 days."],
        True,
    )


@pytest.mark.parametrize("language", ["en", "th", "my"])
def test_it_disappears_in_every_language_alike(library, free, language):
    blocks, expired = shown(library, TEXT, free.review_by, language)
    assert (len(blocks), expired) == (2, True)


@pytest.mark.parametrize(
    "value", [Money(4200, "THB"), Percent(15), Count(2), Day(date(2027, 2, 13))]
)
def test_every_sort_of_value_of_a_granting_fact_disappears(library_of, free, value):
    library = library_of([replace(free, values={"it": value})], [])
    assert shown(library, "Pay {it}.\n\nStay.", free.review_by) == (["Stay."], True)


def test_while_hides_with_any_fact_that_is_too_old(library, fact):
    """Also with one that grants nothing, because the volunteer said so."""
    text = "Within days. {while inspector-60-days}"
    assert shown(library, text, fact.review_by - timedelta(days=1)) == (["Within days."], False)
    assert shown(library, text, fact.review_by) == ([], True)


def test_one_fact_too_old_of_several_is_enough(library, fact, free):
    text = "Free within {inspector_days}. {while inspector-60-days} {while claim-is-free}"
    assert free.review_by < fact.review_by
    assert shown(library, text, free.review_by) == ([], True)


def test_a_place_stays_whatever_the_day(library):
    assert shown(library, "Call {th-1300}.", date(2099, 1, 1)) == (["Call 1300."], False)


def test_values_keep_bold_and_bullet_and_become_no_markup(library_of, fact):
    library = library_of([replace(fact, values={"it": Money(1, "**x**{y}")})], [])
    blocks = fill(
        library,
        parse("- Pay **{it}** now"),
        library.languages["en"],
        Catalogue("en", NullTranslations()),
        date(2026, 1, 15),
    ).blocks
    assert [block.bullet for block in blocks] == [True]
    assert blocks[0].spans == (Words("Pay "), Words("1 **x**{y}", bold=True), Words(" now"))


def test_without_blocks_there_is_nothing_to_expire(library):
    assert shown(library, "", date(2099, 1, 1)) == ([], False)
