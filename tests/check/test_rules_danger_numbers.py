"""danger-numbers: numbers that must not stand in danger lines (protection.md A2)."""

from pathlib import Path

import pytest

LIFE = "content/dangers/life.yaml"
FIRST = "Call **{th-1669}**."
SECOND = "Tell where you are."


@pytest.fixture
def change(checkout):
    """A function: other words in both languages of one danger, under the name of a kind."""

    def changed(kind: str, old: str, words: str) -> None:
        thai = {FIRST: "โทร **{th-1669}**", SECOND: "บอกที่อยู่"}[old]
        quoted = old == SECOND
        checkout.change(LIFE, old, f'"{words}"' if quoted else words)
        checkout.change(LIFE, thai, f'"{words}"' if quoted else words)
        file = Path(checkout.root / LIFE)
        file.rename(file.with_stem(kind))
        checkout.change("content/danger-menu.yaml", "kinds: [life]", f"kinds: [{kind}]")

    return changed


@pytest.mark.parametrize("kind", ["life", "not-free"])
def test_pass(checkout, change, kind):
    """191 where life or body is at risk now."""
    change(kind, FIRST, "Call {th-191}.")
    assert checkout.told() == []


def test_pass_with_an_embassy_further_down(checkout, change):
    change("arrested", SECOND, "If you do not fear your government: {mm-embassy}.")
    assert checkout.told() == []


def told(kind: str, number: int, said: str) -> list[str]:
    """The same in both languages, each at its place."""
    places = {0: ("6:11", "11:11"), 1: ("6:34", "11:32")}[number]
    return [f"content/dangers/{kind}.yaml:{place}: {said} [danger-numbers]" for place in places]


@pytest.mark.parametrize("kind", ["arrested", "sent-back", "compound-inside"])
def test_fail_with_191_where_police_may_be_the_danger(checkout, change, kind):
    change(kind, FIRST, "Call {th-191}.")
    said = f"{{th-191}} never stands in the danger `{kind}`. Whoever answers may tell."
    assert checkout.told() == told(kind, 0, said)


def test_fail_with_an_office_that_tells(checkout, change):
    """In any kind, in any line."""
    change("life", SECOND, "Then call {th-1506}.")
    said = "{th-1506} never stands in the danger `life`. Whoever answers may tell."
    assert checkout.told() == told("life", 1, said)


@pytest.mark.parametrize("office", ["th-1694", "th-1178", "th-1546"])
def test_fail_with_other_offices(checkout, change, office):
    hotline = (checkout.root / "content/places/th-1506.yaml").read_text(encoding="utf-8")
    checkout.write(f"content/places/{office}.yaml", hotline)
    checkout.change(LIFE, "th-1506", office)
    change("life", SECOND, f"Then call {{{office}}}.")
    said = f"{{{office}}} never stands in the danger `life`. Whoever answers may tell."
    assert checkout.told() == told("life", 1, said)


def test_fail_with_an_embassy_in_the_first_line(checkout, change):
    change("life", FIRST, "Call {mm-embassy}.")
    said = "An embassy never stands in the first line of a danger. Put an organisation there."
    assert checkout.told() == told("life", 0, said)
