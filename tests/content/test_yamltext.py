"""YAML as text with positions. What a volunteer does wrong in a file is in tests/check/broken."""

from pathlib import PurePosixPath

import pytest

from bot.content.source import Mark, Source
from bot.content.yamltext import DEEPEST, LARGEST, read_yaml

PATH = PurePosixPath("content/a.yaml")
CARD = """\
# A comment.
title: Wages not paid

facts: [one, two]
places:
  - th-1300
  - name: {en: Help, th: ช่วย}
text: |
  First.

  - Second.
empty:
"""


def source(text: str) -> Source:
    """The source of a text without fault."""
    found, problems = read_yaml(PATH, text.encode())
    assert problems == []
    assert found
    return found


def told(raw: bytes) -> list[str]:
    """What is said of a text that cannot be read."""
    found, problems = read_yaml(PATH, raw)
    assert found is None
    return [str(problem) for problem in problems]


def test_the_tree_holds_texts_lists_and_blocks():
    assert source(CARD).tree == {
        "title": "Wages not paid",
        "facts": ["one", "two"],
        "places": ["th-1300", {"name": {"en": "Help", "th": "ช่วย"}}],
        "text": "First.\n\n- Second.\n",
        "empty": "",
    }


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), Mark(2, 1)),
        (("title",), Mark(2, 8)),
        (("facts",), Mark(4, 1)),
        (("facts", 1), Mark(4, 14)),
        (("places", 0), Mark(6, 5)),
        (("places", 1), Mark(7, 5)),
        (("places", 1, "name"), Mark(7, 5)),
        (("places", 1, "name", "th"), Mark(7, 26)),
        (("text",), Mark(8, 7)),
        (("empty",), Mark(12, 1)),
    ],
)
def test_texts_stand_where_they_begin_lists_and_blocks_where_their_name_does(path, place):
    assert source(CARD).place(path) == place


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "true",
        "~",
        "null",
        "0812345678",
        "0x10",
        "8:30",
        "1e3",
        ".5",
        "2026-11-24",
        "<<",
        "=",
    ],
)
def test_no_value_becomes_anything_but_a_text(written):
    assert source(f"a: {written}\n").tree == {"a": written}
    assert source(f"{written}: a\n").tree == {written: "a"}
    assert source(f"- {written}\n").tree == [written]


@pytest.mark.parametrize(
    "text", ["a: b\r\nc: d\r\n", "a: b\nc: d", "---\na: b\nc: d\n...\n", "{a: b, c: d}"]
)
def test_ways_of_writing_the_same(text):
    assert source(text).tree == {"a": "b", "c": "d"}


def test_a_name_that_stands_twice_keeps_its_first_value():
    found, problems = read_yaml(PATH, b"a:\n  b: first\n  c: d\n  b: second\n  b: third\n")
    assert found
    assert found.tree == {"a": {"b": "first", "c": "d"}}
    assert list(map(str, problems)) == [
        f"content/a.yaml:{line}:3: `b` stands twice; the first is on line 2. "
        "Keep one of them. [twice]"
        for line in (4, 5)
    ]


def test_a_block_that_stands_twice_leaves_nothing_behind():
    found, problems = read_yaml(PATH, b"a: {b: c}\na: {d: [e]}\nf: g\n")
    assert found
    assert found.tree == {"a": {"b": "c"}, "f": "g"}
    assert [(problem.line, problem.rule) for problem in problems] == [(2, "twice")]


def test_lists_and_blocks_may_stand_in_each_other_only_so_deep():
    assert source("[" * DEEPEST + "]" * DEEPEST).tree
    assert told(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1)) == [
        (
            "content/a.yaml:1:13: Here are more than 12 lists or blocks inside each other. "
            "Look at the brackets and the spaces in front. [too-deep]"
        )
    ]


def test_a_file_may_have_only_so_many_bytes():
    assert source("a: " + "b" * (LARGEST - 3))
    assert told(b"a: " + b"b" * (LARGEST - 2)) == [
        (
            "content/a.yaml:1:1: This file has 262,145 bytes; at most 262,144 are read. "
            "Divide it into several files. [too-large]"
        )
    ]


def test_a_byte_that_is_no_utf8_is_told_where_it_stands():
    assert told("a: b\nc: café".encode("latin-1")) == [
        "content/a.yaml:2:7: This is not UTF-8 text: byte 0xe9. Save the file as UTF-8. [encoding]"
    ]


def test_faults_in_letters_come_with_the_source_in_the_order_of_lines():
    found, problems = read_yaml(PATH, "a: b # c\na: d\ne: f\u200bg\n".encode())
    assert found
    assert found.tree == {"a": "b", "e": "f\u200bg"}
    assert [(problem.line, problem.rule) for problem in problems] == [
        (1, "lost-comment"),
        (2, "twice"),
        (3, "invisible-character"),
    ]


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"# a\n", b"''", b"---\n"])
def test_an_empty_file_is_told(raw):
    assert told(raw) == [
        (
            "content/a.yaml:1:1: This file is empty. Copy another file of this kind and change it. "
            "[empty]"
        )
    ]
