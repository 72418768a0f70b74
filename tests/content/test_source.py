"""Where things stand in a file of content."""

from pathlib import PurePosixPath

import pytest

from bot.content.problem import Problem
from bot.content.source import Mark, Source
from bot.content.yamltext import read_yaml

PATH = PurePosixPath("content/a.yaml")
CARD = """\
title: Wages not paid
facts: [one, two]
places:
  - name: {en: Help}
text: |
  Call **now**.

  Do not wait **now.
ask: now
"""


@pytest.fixture
def source() -> Source:
    found, problems = read_yaml(PATH, CARD.encode())
    assert problems == []
    assert found
    return found


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("facts", 1), Mark(2, 14)),
        (("facts", 7), Mark(2, 1)),
        (("places", 0, "phone"), Mark(4, 5)),
        (("places", 0, "name", "th", "x"), Mark(4, 5)),
        (("x", "y"), Mark(1, 1)),
        ((), Mark(1, 1)),
    ],
)
def test_what_is_missing_stands_where_the_nearest_thing_around_it_does(source, path, place):
    assert source.place(path) == place


def test_a_name_stands_in_front_of_its_value(source):
    assert source.place(("title",)) == Mark(1, 8)
    assert source.place_of_name(("title",)) == Mark(1, 1)
    assert source.place_of_name(("places", 0, "name", "en")) == Mark(4, 12)
    assert source.place_of_name(("places", 0, "name", "th")) == Mark(4, 5)


@pytest.mark.parametrize(
    ("path", "words", "place"),
    [
        (("text",), "now", Mark(6, 10)),
        (("text",), "**now.", Mark(8, 15)),
        (("text",), "ask", Mark(5, 7)),
        (("text",), "", Mark(5, 7)),
        (("ask",), "now", Mark(9, 6)),
        (("title",), "paid", Mark(1, 8)),
    ],
)
def test_words_are_found_in_a_text_whose_lines_are_kept(source, path, words, place):
    """Elsewhere, and when they are not there, the text itself is the place."""
    assert source.place_of_words(path, words) == place


def test_a_problem_stands_at_the_place_of_its_path_or_words(source):
    told = "There is no fact `one`."
    assert source.problem(("facts", 0), "unknown", told, "Add it.") == Problem(
        PATH, 2, 9, "unknown", told, "Add it."
    )
    assert source.problem(("text",), "tone", "Loud.", words="wait") == Problem(
        PATH, 8, 10, "tone", "Loud."
    )
    assert source.problem_at(Mark(3, 4), "tone", "Loud.") == Problem(PATH, 3, 4, "tone", "Loud.")
