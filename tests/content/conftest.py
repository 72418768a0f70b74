"""A small library made by hand: no file is read."""

from datetime import date
from pathlib import PurePosixPath

import pytest

from bot.content import Citation, Fact, FactId, Library, Place, PlaceId
from bot.content.library import named_values
from bot.language import Duration, Language, Languages, Phone


@pytest.fixture
def fact() -> Fact:
    """A stable fact of little harm that grants nothing; tests replace what they are about."""
    return Fact(
        id=FactId("inspector-60-days"),
        path=PurePosixPath("seeds/rights.yaml"),
        says="The inspector decides within 60 days.",
        as_of=date(2026, 1, 15),
        checked_on=None,
        volatility="stable",
        confidence="high",
        harm="little",
        grants=False,
        publish=True,
        values={"inspector_days": Duration(60, "day")},
        sources=(Citation("Example", "2026-01", "https://example.org", ""),),
    )


@pytest.fixture
def place() -> Place:
    """A hotline with two numbers."""
    return Place(
        id=PlaceId("th-1300"),
        path=PurePosixPath("content/places/th-1300.yaml"),
        name={"en": "Social help"},
        kind="hotline",
        helps_with=("danger",),
        languages=("th",),
        languages_confirmed=True,
        phones=(Phone("1300", "TH"), Phone("02 123 4567", "TH")),
        papers="unknown",
        tells_authorities="possible",
        fears=(),
        province="",
        as_of=None,
        sources=(),
    )


@pytest.fixture
def library_of():
    """A function: a library of these facts and places, without cards."""

    def made(facts: list[Fact], places: list[Place]) -> Library:
        facts_by_id = {each.id: each for each in facts}
        places_by_id = {each.id: each for each in places}
        return Library(
            languages=Languages(
                (
                    Language("en", "English", "en", complete=True),
                    Language("th", "ไทย", "th", complete=True),
                    Language("my", "မြန်မာ", "my", complete=True),
                )
            ),
            topics=(),
            cards={},
            dangers={},
            danger_menu=(),
            intents={},
            elsewhere={},
            facts=facts_by_id,
            places=places_by_id,
            values=named_values(facts_by_id, places_by_id),
        )

    return made
