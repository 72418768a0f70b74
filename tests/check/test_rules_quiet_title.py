"""quiet-title: a quiet card has neutral words for buttons and lock screens."""

import pytest

CARD = "content/cards/permits/wages/card.yaml"
EN = "content/cards/permits/wages/en.yaml"
TH = "content/cards/permits/wages/th.yaml"
TOLD = (
    "This card is quiet and has no neutral `quiet_title:`. "
    "Add words that tell nothing to whoever looks over the reader's shoulder. [quiet-title]"
)


@pytest.fixture
def quiet(checkout):
    """The checkout with one quiet card that has its neutral titles."""
    checkout.change(CARD, "facts:", "quiet: true\nfacts:")
    checkout.change(EN, "summary:", "quiet_title: A private matter\nsummary:")
    checkout.change(TH, "summary:", "quiet_title: เรื่องส่วนตัว\nsummary:")
    return checkout


def test_pass(quiet):
    assert quiet.told() == []


def test_pass_for_a_card_that_is_not_quiet(quiet):
    quiet.change(CARD, "quiet: true", "quiet: false")
    quiet.change(EN, "quiet_title: A private matter\n", "")
    assert quiet.told() == []


@pytest.mark.parametrize(
    ("path", "line"),
    [(EN, "quiet_title: A private matter\n"), (TH, "quiet_title: เรื่องส่วนตัว\n")],
)
def test_fail_without_one(quiet, path, line):
    """In every language."""
    quiet.change(path, line, "")
    assert quiet.told() == [f"{path}:1:8: {TOLD}"]


def test_fail_where_it_repeats_the_title(quiet):
    quiet.change(EN, "A private matter", "Wages not paid")
    assert quiet.told() == [f"{EN}:1:8: {TOLD}"]
