"""forbidden-word: words that promise what nobody can keep, or hurt."""

import pytest

CARD = "content/cards/permits/wages/card.yaml"
EN = "content/cards/permits/wages/en.yaml"
TH = "content/cards/permits/wages/th.yaml"
INTENT = "content/intents/greeting.yaml"
LIFE = "content/dangers/life.yaml"


@pytest.mark.parametrize("words", ["Sala keeps no name.", "anonymously", "เถื่อน", "police"])
def test_pass(checkout, words):
    """Whole words of the text's own language; private ones only where others may read."""
    checkout.change(EN, "What to do first.", words)
    assert checkout.told() == []


def test_pass_in_what_people_ask(checkout):
    checkout.change(EN, "wages a,", "is it anonymous,")
    assert checkout.told() == []


@pytest.mark.parametrize(
    ("path", "place", "change", "word"),
    [
        (EN, "1:8", ("Wages not paid", "Stay anonymous"), "anonymous"),
        (EN, "2:10", ("first", "Anonymous"), "anonymous"),
        (EN, "3:7", ("It takes", "It is anonymous, in"), "anonymous"),
        (TH, "3:7", ("ใช้เวลา", "แรงงานเถื่อน"), "เถื่อน"),
        (INTENT, "2:9", ("Hello.", "Sala is anonymous."), "anonymous"),
        (LIFE, "5:10", ("Hurt", "Anonymous"), "anonymous"),
    ],
)
def test_fail(checkout, path, place, change, word):
    checkout.change(path, *change)
    assert checkout.told() == [
        (
            f"{path}:{place}: The word `{word}` is not used in Sala's texts. "
            "content/words.yaml says why. [forbidden-word]"
        )
    ]


def quiet(checkout, title: str) -> None:
    """Make a card quiet, with this neutral title in English."""
    checkout.change(CARD, "facts:", "quiet: true\nfacts:")
    checkout.change(EN, "summary:", f"quiet_title: {title}\nsummary:")
    checkout.change(TH, "summary:", "quiet_title: เรื่องส่วนตัว\nsummary:")


def test_pass_where_a_private_word_is_not_on_the_button(checkout):
    quiet(checkout, "A private matter")
    checkout.change(EN, "What to do first.", "Tell the police.")
    assert checkout.told() == []


def test_fail_where_a_private_word_is_on_the_button(checkout):
    quiet(checkout, "Police and you")
    assert checkout.told() == [
        (
            f"{EN}:2:14: `police` tells whoever looks over the reader's shoulder "
            "what this is about. Use neutral words. [forbidden-word]"
        )
    ]


def test_fail_in_a_long_text(checkout):
    """Told on the line where it stands."""
    checkout.change(EN, "text: It takes", "text: |\n  Look.\n\n  It is anonymous. It takes")
    assert [line.split(" ")[0] for line in checkout.told()] == [f"{EN}:6:9:"]
