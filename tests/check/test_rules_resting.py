"""resting: what a text inserts, its card names."""

CARD = "content/cards/permits/wages/card.yaml"
LIFE = "content/dangers/life.yaml"
SEEDS = "seeds/rights.yaml"


def test_pass(checkout):
    """A fact behind part of the texts is named as well."""
    checkout.change(SEEDS, "grants: yes", "grants: no")
    checkout.change(
        CARD, "[inspector-60-days]", "[claim-is-free]\nfacts_in_part: [inspector-60-days]"
    )
    assert checkout.told() == []


def test_fail_without_the_fact_of_a_value(checkout):
    checkout.change(CARD, "inspector-60-days", "claim-is-free")
    checkout.change(SEEDS, "grants: yes", "grants: no")
    assert checkout.told() == [
        (
            f"{CARD}:1:1: A text inserts {{inspector_days}}, but `inspector-60-days` is not listed "
            "under `facts:`. Add it. [resting]"
        )
    ]


def test_fail_without_the_place_of_a_phone(checkout):
    for language in ("en", "th"):
        path = f"content/cards/permits/wages/{language}.yaml"
        checkout.change(path, "{inspector_days}", "{th-191}")
    assert checkout.told() == [
        (
            f"{CARD}:2:1: A text inserts {{th-191}}, but `th-191` is not listed under `places:`. "
            "Add it. [resting]"
        )
    ]


def test_fail_in_a_danger(checkout):
    checkout.change(LIFE, "places: [th-1669, ", "places: [")
    assert checkout.told() == [
        (
            f"{LIFE}:3:1: A text inserts {{th-1669}}, but `th-1669` is not listed under `places:`. "
            "Add it. [resting]"
        )
    ]


def test_fail_in_one_language_alone(checkout):
    """What only a translation inserts has to be named too."""
    path = "content/cards/permits/wages/th.yaml"
    checkout.change(path, "{inspector_days}", "{inspector_days} {th-191}")
    assert checkout.told() == [
        (
            f"{CARD}:2:1: A text inserts {{th-191}}, but `th-191` is not listed under `places:`. "
            "Add it. [resting]"
        ),
        (
            f"{path}:3:7: {{th-191}} stands here and not in the source. "
            "Delete it, or add it to the source too. [same-slots]"
        ),
    ]


def test_fail_with_a_fact_that_is_not_to_be_shown(checkout):
    """Whatever rests on it."""
    checkout.change(SEEDS, "grants: yes", "publish: no")
    checkout.change(CARD, "[inspector-60-days]", "[inspector-60-days, claim-is-free]")
    checkout.change(LIFE, "[inspector-60-days]", "[claim-is-free]")
    said = "The fact `claim-is-free` is not to be shown (`publish: false`). Its caution says why."
    assert checkout.told() == [
        f"{CARD}:1:28: {said} [resting]",
        f"{LIFE}:2:9: {said} [resting]",
    ]
