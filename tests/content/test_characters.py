"""Faults that can be seen in the letters of a file."""

from pathlib import PurePosixPath

import pytest

from bot.content.characters import character_problems, escaped_problem, with_plain_lines

PATH = PurePosixPath("a.yaml")


def told(text: str) -> list[str]:
    return [str(problem) for problem in character_problems(PATH, text)]


@pytest.mark.parametrize(
    "sign",
    [
        "\u00ad",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u200f",
        "\u202e",
        "\u2060",
        "\u2066",
        "\u2028",
        "\x85",
        "\ufeff",
    ],
)
def test_invisible_characters_are_told(sign):
    assert told(f"a: b\nc: d{sign}e") == [
        (
            f"a.yaml:2:5: There is an invisible character (U+{ord(sign):04X}) here. "
            "Delete it and type again. [invisible-character]"
        )
    ]


@pytest.mark.parametrize("sign", ["\0", "\x08", "\x0b", "\x1b", "\x7f", "\x9f"])
def test_control_characters_are_told(sign):
    assert told(f"a: {sign}b") == [
        (
            f"a.yaml:1:4: There is an invisible control character (U+{ord(sign):04X}) here. "
            "Delete it. [control-character]"
        )
    ]


def test_every_one_of_a_line_is_told():
    assert [line[:10] for line in told("\u200ba\u200b\n\u200b")] == [
        "a.yaml:1:1",
        "a.yaml:1:3",
        "a.yaml:2:1",
    ]


@pytest.mark.parametrize(("line", "column"), [("\ta: b", 1), ("  \ta: b", 3), (" \t", 2)])
def test_a_tab_in_front_of_a_line_is_told(line, column):
    assert told(f"x: y\n{line}") == [
        f"a.yaml:2:{column}: There is a tab in front of this line. Use spaces. [tab]"
    ]


@pytest.mark.parametrize(("text", "place"), [("a: b\rc: d", "1:5"), ("a\r\nb\rc\n", "2:2")])
def test_an_old_line_end_is_told(text, place):
    assert told(text) == [
        (
            f"a.yaml:{place}: There is an old line end (U+000D) here "
            "that most editors do not show. Delete it and press Enter. [invisible-character]"
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["a: b\tc", "ช่วยด้วย ကူညီပါ ជួយ 工资 tiền 🆘", "a: b\r\nc: d\r\n", "# a # b", "a: |\n  b # c", ""],
)
def test_what_is_meant_is_not_told(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("written", "value", "rule", "sign"),
    [
        (r'"a\u200bb"', "a\u200bb", "invisible-character", "U+200B"),
        (r'"\u202e"', "\u202e", "invisible-character", "U+202E"),
        (r'"\0"', "\0", "control-character", "U+0000"),
        (r'"\e\u200b"', "\x1b\u200b", "control-character", "U+001B"),
    ],
)
def test_a_backslash_hides_nothing(written, value, rule, sign):
    assert str(escaped_problem(PATH, 3, 4, written, value)) == (
        f"a.yaml:3:4: A backslash writes an invisible character ({sign}) into this text. "
        f"Delete it, or write the backslash twice. [{rule}]"
    )


def test_what_stands_in_the_text_itself_is_told_only_once():
    assert escaped_problem(PATH, 1, 1, '"a\u200b"', "a\u200b") is None
    assert escaped_problem(PATH, 1, 1, r'"a\tb\\c"', "a\tb\\c") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("\ufeffa\ufeffb", "a b"),
        ("a\rb", "a b"),
        ("a\r\nb\r\n", "a\r\nb\r\n"),
        ("a\nb", "a\nb"),
    ],
)
def test_yaml_breaks_lines_where_an_editor_does(text, plain):
    """Otherwise every line number behind would be wrong."""
    assert with_plain_lines(text) == plain
