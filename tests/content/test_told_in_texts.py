"""What YAML makes of a text without saying so is told."""

from pathlib import PurePosixPath

import pytest

from bot.content.yamltext import read_yaml

PATH = PurePosixPath("content/a.yaml")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a: b # c", 6),
        ("a: b   # c", 8),
        ("a: b\t# c", 6),
        ("a: bb #c", 7),
        ("- b # c", 5),
        ("- a: b # c", 8),
        ("a: [b # c\n  ]", 7),
    ],
)
def test_a_comment_that_cuts_a_value_short_is_told(line, column):
    _, problems = read_yaml(PATH, line.encode())
    assert list(map(str, problems)) == [
        (
            f"content/a.yaml:1:{column}: Everything after ` #` on this line is not read. "
            "Put quotes around the text, or the comment on a line of its own. [lost-comment]"
        )
    ]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: 'call #1'", {"a": "call #1"}),
        ('- "b # c"', ["b # c"]),
        ("a: 'b' # c", {"a": "b"}),
        ("a: b#c", {"a": "b#c"}),
        ("a: |\n  b # c\n\n  d # e\n", {"a": "b # c\n\nd # e\n"}),
        ("# a # b\na: b\n  # c\n", {"a": "b"}),
        ("a: # of the list\n  - b", {"a": ["b"]}),
        ("a: [b] # c", {"a": ["b"]}),
    ],
)
def test_a_comment_that_cuts_nothing_short_is_a_comment(text, tree):
    found, problems = read_yaml(PATH, text.encode())
    assert problems == []
    assert found
    assert found.tree == tree


def test_a_text_whose_lines_would_be_joined_is_told_and_read():
    found, problems = read_yaml(PATH, b"a: >\n  b\n  c\n")
    assert found
    assert found.tree == {"a": "b c\n"}
    assert list(map(str, problems)) == [
        (
            "content/a.yaml:1:4: `>` joins the lines of this text. Use `|`, which keeps them. "
            "[folded-text]"
        )
    ]


def test_a_backslash_that_writes_something_unseen_is_told():
    _, problems = read_yaml(PATH, rb'a: "b\u202ec"')
    assert [(each.column, each.rule) for each in problems] == [(4, "invisible-character")]
