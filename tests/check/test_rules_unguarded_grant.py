"""unguarded-grant: what grants something disappears when its fact is too old (C3)."""

import pytest

CARD = "content/cards/permits/wages/card.yaml"
EN = "content/cards/permits/wages/en.yaml"
TH = "content/cards/permits/wages/th.yaml"
SEEDS = "seeds/rights.yaml"
HINT = "End the paragraph that tells it with {while claim-is-free}."


@pytest.fixture
def granting(checkout):
    """The checkout with a card that rests on a fact that grants."""
    checkout.change(CARD, "[inspector-60-days]", "[inspector-60-days, claim-is-free]")
    return checkout


@pytest.fixture
def bound(granting):
    """The same with a paragraph bound to it in each language."""
    granting.change(EN, "{inspector_days}.", "{inspector_days}, free. {while claim-is-free}")
    granting.change(TH, "{inspector_days}", "{inspector_days} ฟรี {while claim-is-free}")
    return granting


def test_pass(bound):
    assert bound.told() == []


def test_pass_where_its_value_is_inserted(checkout):
    """A value of the fact binds its paragraph by itself."""
    checkout.change("content/cards/permits/papers/card.yaml", "inspector-60-days", "claim-is-free")
    checkout.change(SEEDS, "grants: yes", "grants: no")
    checkout.change(SEEDS, "values: {", "grants: yes, values: {")
    assert checkout.told() == []


def test_pass_where_the_texts_do_not_tell_it(granting):
    """The card says so, by `facts_in_part`."""
    granting.change(CARD, ", claim-is-free]", "]\nfacts_in_part: [claim-is-free]")
    assert granting.told() == []


def test_fail(granting):
    """In each language."""
    said = "No paragraph here is bound to the fact `claim-is-free`, which grants something."
    assert granting.told() == [f"{path}:3:7: {said} {HINT} [unguarded-grant]" for path in (EN, TH)]


def test_fail_where_another_fact_is_bound(bound):
    bound.change(EN, "{while claim-is-free}", "{while inspector-60-days}")
    bound.change(TH, "{while claim-is-free}", "{while inspector-60-days}")
    assert [line.rpartition(" ")[2] for line in bound.told()] == ["[unguarded-grant]"] * 2


def test_fail_where_the_condition_stands_alone_in_its_paragraph(bound):
    """It would hide nothing."""
    old = "text: It takes {inspector_days}, free. {while claim-is-free}"
    new = "text: |\n  It takes {inspector_days}, free.\n\n  {while claim-is-free}"
    bound.change(EN, old, new)
    assert [line.rpartition(" ")[2] for line in bound.told()] == ["[unguarded-grant]"]
