"""The languages of a Sala, and the ways from one that it lacks to one that it has."""

import pytest

from bot.language import Language, Languages

LANGUAGES = Languages(
    (
        Language("en", "English", "en", complete=True),
        Language("my", "မြန်မာ", "my", complete=True),
        Language("shn", "လိၵ်ႈတႆး", "my", fallback=("my", "th")),
        Language("th", "ไทย", "th"),
        Language("lo", "ລາວ", "lo", fallback=("th",)),
    )
)


def test_the_first_language_is_the_source():
    assert LANGUAGES.source == "en"


def test_they_come_in_the_order_of_the_file():
    assert [language.code for language in LANGUAGES] == ["en", "my", "shn", "th", "lo"]
    assert LANGUAGES["my"].name == "မြန်မာ"
    assert "my" in LANGUAGES
    assert "vi" not in LANGUAGES
    assert None not in LANGUAGES


def test_only_complete_ones_are_complete():
    assert LANGUAGES.complete == ("en", "my")


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("en", ("en",)),
        ("my", ("my", "en")),
        ("shn", ("shn", "my", "th", "en")),
        ("vi", ("en",)),
        ("", ("en",)),
        (None, ("en",)),
    ],
)
def test_a_chain_starts_with_the_wish_and_ends_with_the_source(code, chain):
    assert LANGUAGES.chain(code) == chain


@pytest.mark.parametrize(
    ("code", "supported"),
    [("my", "my"), ("shn", "my"), ("th", "en"), ("lo", "en"), ("vi", "en"), (None, "en")],
)
def test_a_reader_gets_the_first_complete_language_of_the_chain(code, supported):
    assert LANGUAGES.supported(code) == supported


@pytest.mark.parametrize(
    ("tag", "code"),
    [("my", "my"), ("TH", "th"), ("en-GB", "en"), ("lo-LA-x", "lo"), ("vi", None), ("", None)],
)
def test_a_tag_is_met_by_its_first_part(tag, code):
    assert LANGUAGES.negotiate(tag) == code


def test_no_tag_is_no_wish():
    assert LANGUAGES.negotiate(None) is None


def test_a_source_that_is_not_complete_is_still_the_last_resort():
    alone = Languages((Language("en", "English", "en"), Language("my", "မြန်မာ", "my")))
    assert alone.supported("my") == "en"
    assert alone.complete == ()
