"""tone: no exclamation marks."""

import pytest

EN = "content/cards/permits/wages/en.yaml"
INTENT = "content/intents/greeting.yaml"
LIFE = "content/dangers/life.yaml"


def test_pass(checkout):
    """A full stop; an exclamation mark in what people say is theirs."""
    checkout.change(EN, "It takes {inspector_days}.", "Go to a hospital now.")
    checkout.change(EN, "wages a", "pay me!!")
    checkout.change("content/cards/permits/wages/th.yaml", "{inspector_days}", "นาน")
    assert checkout.told() == []


@pytest.mark.parametrize(
    ("path", "place", "old", "new"),
    [
        (EN, "1:8", "Wages not paid", "Wages not paid!"),
        (EN, "2:10", "first.", "first!"),
        (EN, "3:7", "It takes", "Look! It takes"),
        (EN, "3:7", "It takes", "Look！It takes"),
        (INTENT, "2:9", "Hello.", "Hello!"),
        (LIFE, "5:10", "Hurt", "Hurt!"),
        (LIFE, "6:34", "where you are.", "where you are!"),
    ],
)
def test_fail(checkout, path, place, old, new):
    """In whatever text people read."""
    checkout.change(path, old, new)
    assert checkout.told() == [
        f"{path}:{place}: This text has an exclamation mark. Use a full stop. [tone]"
    ]


def test_fail_in_a_long_text(checkout):
    """Told on the line where it stands."""
    checkout.change(EN, "text: It takes", "text: |\n  Look here.\n\n  Look there! It takes")
    assert checkout.told() == [
        f"{EN}:6:13: This text has an exclamation mark. Use a full stop. [tone]"
    ]
