"""left-markup: what the small Markdown does not know would be shown as it is typed."""

import pytest

EN = "content/cards/permits/wages/en.yaml"
HINT = "Texts know paragraphs, lists with `- `, **bold** and {values}; nothing else."


def text(checkout, words: str) -> None:
    """Put words in front of the text of a card."""
    checkout.change(EN, "text: It takes", f"text: |\n  {words}\n  It takes")


@pytest.mark.parametrize(
    "words",
    ["**Now** write down your days.", "- a", "a - b", "a_b", "a < b", "(a) [b]", "#a"],
)
def test_pass(checkout, words):
    text(checkout, words)
    assert checkout.told() == []


@pytest.mark.parametrize(
    ("words", "sign", "place"),
    [
        ("## Now", "##", "4:3"),
        ("# Now", "#", "4:3"),
        ("a * b", "*", "4:5"),
        ("a **b", "**", "4:5"),
        ("**a** and **b", "**", "4:13"),
        ("a* b", "*", "4:4"),
        ("go *now*", "*", "4:6"),
        ("go _now_", "_", "4:6"),
        ("[a](b)", "](", "4:5"),
        ("`a`", "`", "4:3"),
        ("a __b", "__", "4:5"),
        ("a _b", "_", "4:5"),
        ("<b>a</b>", "<b", "4:3"),
        ("</b>", "</", "4:3"),
        ("{{a", "{", "4:3"),
        ("a}", "}", "4:4"),
        ("see http://a.org", "http://", "4:7"),
        ("see https://a.org", "https://", "4:7"),
    ],
)
def test_fail(checkout, words, sign, place):
    """Told where it stands in the text."""
    text(checkout, words)
    assert checkout.told() == [
        f"{EN}:{place}: `{sign}` would be shown as it stands. {HINT} [left-markup]"
    ]


@pytest.mark.parametrize("words", ["1. Go", "1) Go"])
def test_fail_in_a_numbered_list(checkout, words):
    text(checkout, words)
    assert f"{EN}:4:3: `{words[:2]}` would be shown as it stands. {HINT} [left-markup]" in (
        checkout.told()
    )


def test_fail_in_a_title(checkout):
    checkout.change(EN, "title: Wages not paid", "title: Wages **not paid")
    assert checkout.told() == [f"{EN}:1:8: `**` would be shown as it stands. {HINT} [left-markup]"]
