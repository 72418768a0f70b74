"""What is remembered of a person, and how it changes."""

from dataclasses import fields

from bot.people import STRANGER, Forget, Hide, Person, SetLanguage, applied


def test_nothing_but_the_language_is_remembered():
    assert [field.name for field in fields(Person)] == ["language"]


def test_a_stranger_has_chosen_nothing():
    assert Person() == STRANGER
    assert STRANGER.language is None


def test_a_chosen_language_is_remembered_and_replaces_the_last():
    burmese = applied(STRANGER, SetLanguage("my"))
    assert burmese == Person("my")
    assert applied(burmese, SetLanguage("th")) == Person("th")


def test_forgetting_makes_a_stranger():
    assert applied(Person("my"), Forget()) == STRANGER


def test_hiding_changes_nothing_of_the_person():
    assert applied(Person("my"), Hide()) == Person("my")
    assert applied(STRANGER, Hide()) == STRANGER


def test_a_person_is_never_changed_in_place():
    before = Person("my")
    applied(before, SetLanguage("th"))
    assert before == Person("my")
