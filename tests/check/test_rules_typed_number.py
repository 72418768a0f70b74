"""typed-number: numbers that can change stand once, as a value."""

import pytest

EN = "content/cards/permits/wages/en.yaml"
TH = "content/cards/permits/wages/th.yaml"
LIFE = "content/dangers/life.yaml"


def test_pass(checkout):
    """A value is no typed number; what people ask may have numbers."""
    checkout.change(EN, "wages a", "paid 300 not 400 baht")
    assert checkout.told() == []


@pytest.mark.parametrize(
    ("path", "place", "change", "number"),
    [
        (EN, "1:8", ("Wages not paid", "Wages of 2026"), "2026"),
        (EN, "2:10", ("first", "in 3 steps"), "3"),
        (EN, "3:7", ("It takes", "Late pay earns 15 % in"), "15"),
        (TH, "3:7", ("ใช้เวลา", "ภายใน ๙๐ วัน"), "๙๐"),
        (LIFE, "6:34", ("where you are.", "၄၀၀ times"), "၄၀၀"),
    ],
)
def test_fail(checkout, path, place, change, number):
    """In digits of any script."""
    checkout.change(path, *change)
    assert checkout.told() == [
        (
            f"{path}:{place}: The number {number} is typed into this text. "
            "Insert it as {name_of_a_value}; the value stands in seeds/ or content/places/. "
            "[typed-number]"
        )
    ]


def test_fail_in_a_long_text(checkout):
    """Told on the line where it stands."""
    checkout.change(EN, "text: It takes", "text: |\n  Look.\n\n  Within 30 days. It takes")
    assert [line.split(" ")[0] for line in checkout.told()] == [f"{EN}:6:10:"]
