"""Whether a translation still translates what its source says."""

import pytest

from bot.content.state import field_hash, state

NOW = {"title": field_hash("Wages not paid"), "text": field_hash("Write down your days.")}


def test_the_source_is_the_source():
    assert state(None, {}, NOW, is_source=True) == "source"
    assert state("reviewed", {"title": "00000000"}, NOW, is_source=True) == "source"


@pytest.mark.parametrize("translation", [None, "draft"])
def test_a_translation_is_a_draft_until_a_speaker_has_read_it(translation):
    assert state(translation, NOW, NOW, is_source=False) == "draft"


def test_what_a_speaker_has_read_is_reviewed():
    assert state("reviewed", NOW, NOW, is_source=False) == "reviewed"


@pytest.mark.parametrize("translation", [None, "draft", "reviewed"])
@pytest.mark.parametrize("field", ["title", "text"])
def test_when_the_words_of_one_field_change_the_translation_is_stale(translation, field):
    before = {**NOW, field: field_hash("Something else.")}
    assert state(translation, before, NOW, is_source=False) == "stale"


def test_a_field_that_the_source_no_longer_has_makes_nothing_stale():
    before = {**NOW, "quiet_title": field_hash("A private matter")}
    assert state("reviewed", before, NOW, is_source=False) == "reviewed"


def test_the_hash_is_eight_digits_that_change_only_with_the_words():
    """Translations keep it in their files, so no new version may compute another."""
    assert field_hash("Within {inspector_days}.") == "72355366"
    assert field_hash("Within {inspector_days}") != field_hash("Within {inspector_days}.")


def test_the_hash_does_not_see_space_around_the_words():
    assert field_hash("  One.\n") == field_hash("One.")


def test_lines_of_a_list_are_words_one_below_the_other():
    assert field_hash(["One.", "Two."]) == field_hash("One.\nTwo.")
    assert field_hash(["One.", "Two."]) != field_hash(["Two.", "One."])
