"""The organisation that answers for this Sala (protection.md C1)."""

import asyncio
from datetime import date, timedelta
from pathlib import PurePosixPath

import pytest

from bot import app
from bot.content import Partner, read

SPOKEN = date(2026, 11, 24)
PATH = PurePosixPath("content/partner.yaml")
FILE = """\
name: A Group
contact: "081 234 5678"
hours: Monday to Friday, 9 to 17
languages: [th, my]
provinces: [Tak, Bangkok]
spoken_to:
  on: 2026-11-24
  by: AB
"""
PARTNER = Partner(
    name="A Group",
    contact="081 234 5678",
    hours="Monday to Friday, 9 to 17",
    languages=("th", "my"),
    provinces=("Tak", "Bangkok"),
    spoken_on=SPOKEN,
    spoken_by="AB",
)


@pytest.fixture
def partner_of(tmp_path):
    """The partner of a checkout with this file, and what is told of the file."""

    def made(text):
        folder = tmp_path / "content"
        folder.mkdir()
        languages = "- code: en\n  name: English\n  locale: en\n  complete: true\n"
        (folder / "languages.yaml").write_text(languages, encoding="utf-8")
        if text is not None:
            (tmp_path / PATH).write_text(text, encoding="utf-8")
        content = read(tmp_path)
        return content.library.partner, [str(p) for p in content.problems if p.path == PATH]

    return made


def test_c1_the_file_is_read(partner_of):
    assert partner_of(FILE) == (PARTNER, [])


def test_c1_a_checkout_that_nobody_runs_for_people_has_none_and_no_fault(partner_of):
    assert partner_of(None) == (None, [])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "on: 2026-11-24",
            "on: 24.11.2026",
            "7:7: `24.11.2026` is no day. Write it like 2027-02-13. [day]",
        ),
        (
            "on: 2026-11-24",
            "on: 2569-11-24",
            "7:7: `2569-11-24` looks like a Thai year. Write 2026-11-24. [thai-year]",
        ),
        ("  by: AB\n", "", "6:1: The line `by:` is missing."),
        ("[th, my]", "[]", "4:1: `languages` is empty. Write at least one item. [length]"),
        ("hours:", "houres:", "3:1: `houres` is not known here. Did you mean `hours`?"),
    ],
)
def test_c1_a_fault_is_told_with_its_line(partner_of, before, after, told):
    partner, problems = partner_of(FILE.replace(before, after))
    assert partner is None
    assert any(problem.startswith(f"{PATH}:{told}") for problem in problems), problems


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (92, True), (93, False)])
def test_c1_a_call_holds_for_three_months(days, holds):
    assert PARTNER.holds(SPOKEN + timedelta(days=days)) is holds


def refused(partner, today):
    with pytest.raises(app.NoPartnerError) as raised:
        app._see_partner(partner, today, closed_test=False)
    return str(raised.value)


def test_c1_sala_starts_for_people_while_the_partner_holds():
    app._see_partner(PARTNER, SPOKEN, closed_test=False)


@pytest.mark.parametrize("partner", [None, PARTNER])
def test_c1_a_closed_test_starts_without_one(partner):
    app._see_partner(partner, SPOKEN + timedelta(days=400), closed_test=True)


def test_c1_without_a_partner_it_says_why_it_does_not_start():
    said = refused(None, SPOKEN)
    assert said.startswith("There is no content/partner.yaml. People are sent to this organisation")
    assert "--closed-test" in said


def test_c1_with_an_expired_one_it_says_when_somebody_spoke_last():
    said = refused(PARTNER, SPOKEN + timedelta(days=93))
    assert "A Group was last spoken to on 2026-11-24, more than three months ago." in said


def test_c1_a_day_in_the_future_is_refused_and_not_called_long_ago():
    said = refused(PARTNER, SPOKEN - timedelta(days=1))
    assert "2026-11-24" in said
    assert "three months ago" not in said


def test_c1_the_bot_does_not_start_without_a_partner(monkeypatch, tmp_path, world):
    """It is asked before a key is made or a network looked for."""
    from bot import logs  # noqa: PLC0415  # only here
    from bot.settings import Settings  # noqa: PLC0415

    monkeypatch.setattr(logs, "set_up", lambda: None)
    monkeypatch.setattr(app, "world_without_vectors", lambda _root=None: world)
    settings = Settings(token="1:" + "a" * 35, data=tmp_path / "data", key=tmp_path / "key")
    with pytest.raises(app.NoPartnerError):
        asyncio.run(app.answer_on_telegram(settings, SPOKEN, closed_test=False))
    assert list(tmp_path.iterdir()) == []
