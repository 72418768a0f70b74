"""near-copy: a question is not an example of its own card."""

import pytest

QUESTIONS = "tests/questions/en.yaml"
EN = "content/cards/permits/wages/en.yaml"
ASK = "my boss did not pay me"


def ask(checkout, text: str, of: str) -> None:
    """One question more, of a card, a danger or an intent."""
    checkout.change(EN, "wages a,", f"{ASK},")
    known = (checkout.root / QUESTIONS).read_text(encoding="utf-8")
    checkout.write(QUESTIONS, f"{known}- {{text: {text}, kind: plain, {of}}}\n")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("two months no salary what now", "card: permits/wages"),
        ("my boss never paid me a thing", "card: permits/wages"),
        (ASK, "card: permits/papers"),
        (ASK, "card: none"),
        ("he breathes no more", "card: none, danger: life"),
        ("he does not breathe", "card: none"),
        ("hello friend", "card: none, intent: greeting"),
    ],
)
def test_pass(checkout, text, of):
    """Other words, or the words of something else."""
    ask(checkout, text, of)
    assert checkout.told() == []


@pytest.mark.parametrize(
    ("text", "of", "line"),
    [
        (ASK, "card: permits/wages", ASK),
        ("My boss did not pay me!", "card: permits/wages", ASK),
        ("my boss did not pay us", "card: permits/wages", ASK),
        (ASK, "card: permits/papers, also: [permits/wages]", ASK),
        ("ค่าจ้าง b", "card: permits/wages", "ค่าจ้าง b"),
        ("he doesnt breathe", "card: none, danger: life", "he does not breathe"),
        ("good morning, Sala", "card: none, intent: greeting", "good morning sala"),
    ],
)
def test_fail(checkout, text, of, line):
    """In whatever language the line is, and whatever thing the question is about."""
    ask(checkout, f'"{text}"', of)
    assert checkout.told() == [
        (
            f"{QUESTIONS}:2:10: `{text}` nearly repeats the known line `{line}`. "
            "Ask it in other words. [near-copy]"
        )
    ]


def test_fail_told_once(checkout):
    """However many lines are alike."""
    checkout.change(EN, "wages b,", f"{ASK} now,")
    ask(checkout, ASK, "card: permits/wages")
    assert len(checkout.told()) == 1
