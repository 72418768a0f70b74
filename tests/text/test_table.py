"""A table for str.translate that fills itself."""

from bot.text.table import Table


def test_a_sign_gets_what_was_given_else_what_the_function_tells():
    assert "abc".translate(Table({"a": "x", "b": ""}, str.upper)) == "xC"


def test_a_sign_is_asked_for_once():
    asked = []
    table = Table({}, lambda sign: asked.append(sign) or sign)
    assert "aab".translate(table).translate(table) == "aab"
    assert asked == ["a", "b"]


def test_rare_signs_do_not_fill_the_memory():
    table = Table({}, str)
    assert "a\U0001f198".translate(table) == "a\U0001f198"
    assert list(table) == [ord("a")]
