"""too-long: a card fits one phone screen, with its numbers filled in."""

EN = "content/cards/permits/wages/en.yaml"
SHOWN = "It takes 60 days."
SCREEN = 200


def filled_to(checkout, length: int) -> None:
    """Make the English text so long as a reader sees it."""
    more = "x" * (length - len(SHOWN) - 1)
    checkout.change(EN, "It takes", f"{more} It takes")


def test_pass(checkout):
    filled_to(checkout, SCREEN)
    assert checkout.told() == []


def test_fail(checkout):
    filled_to(checkout, SCREEN + 1)
    assert checkout.told() == [
        (
            f"{EN}:3:7: This text has 201 letters; 200 fit one screen. "
            "Shorten it, or make two cards of it. [too-long]"
        )
    ]


def test_fail_with_what_disappears_one_day(checkout):
    """The longest form is measured, in which every fact is in date."""
    filled_to(checkout, SCREEN)
    checkout.change("content/cards/permits/wages/card.yaml", "60-days]", "60-days, claim-is-free]")
    for language in ("en", "th"):
        path = f"content/cards/permits/wages/{language}.yaml"
        checkout.change(path, "{inspector_days}", "{inspector_days}{while claim-is-free}")
    checkout.change(EN, "xxx It", "xxxxIt")
    assert checkout.told() == []
    checkout.change(EN, "xxxxIt", "xxxxxIt")
    assert [line.rpartition(" ")[2] for line in checkout.told()] == ["[too-long]"]


def test_each_language_has_its_own_screen(checkout):
    filled_to(checkout, SCREEN + 50)
    checkout.change("content/languages.yaml", "complete: true, screen: 200", "screen: 250")
    assert checkout.told() == []


def test_a_name_that_does_not_exist_is_told_by_the_reader_alone(checkout):
    filled_to(checkout, SCREEN + 50)
    checkout.change(EN, "{inspector_days}", "{inspector_day}")
    assert "too-long" not in "".join(checkout.told())
