"""twice-asked: one way of asking leads to one card."""

EN = "content/cards/permits/wages/en.yaml"
PAPERS = "content/cards/permits/papers/en.yaml"


def test_pass(checkout):
    """Nearly the same is not the same."""
    checkout.change(EN, "wages a,", "papers ab,")
    assert checkout.told() == []


def test_fail_in_two_cards(checkout):
    """However it is typed; each card after the first is told, in the order of the cards."""
    checkout.change(EN, "wages b,", "PAPERS  a,")
    assert checkout.told() == [
        (
            f"{EN}:4:16: `PAPERS  a` stands in {PAPERS} already. Keep it where it fits best. "
            "[twice-asked]"
        )
    ]


def test_fail_in_two_languages_of_one_card(checkout):
    checkout.change("content/cards/permits/wages/th.yaml", "ค่าจ้าง a,", "wages a,")
    assert checkout.told() == [
        (
            "content/cards/permits/wages/th.yaml:4:7: `wages a` stands in "
            f"{EN} already. Keep it where it fits best. [twice-asked]"
        )
    ]


def test_fail_twice_in_one_list(checkout):
    checkout.change(EN, "wages a,", "WAGES A,")
    checkout.change(EN, "wages o]", "wages o, Wages a]")
    assert checkout.told() == [
        f"{EN}:4:142: `Wages a` stands in {EN} already. Keep it where it fits best. [twice-asked]"
    ]
