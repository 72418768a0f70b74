"""What is typed for one word meets, other words stay apart: the pairs of equivalences.yaml."""

from pathlib import Path, PurePosixPath

import pytest

from bot.content.yamltext import read_yaml
from bot.text import canonical, skeleton

PAIRS = Path(__file__).with_name("equivalences.yaml")
SOURCE, PROBLEMS = read_yaml(PurePosixPath(PAIRS.name), PAIRS.read_bytes())


def pairs(name):
    """The pairs of a list, each named by its language and by what differs."""
    return [
        pytest.param(pair["one"], pair["other"], id=f"{group['lang']}-{group['why']}-{number}")
        for group in SOURCE.tree[name]
        for number, pair in enumerate(group["pairs"], 1)
    ]


def points(text):
    """The code points of a text, because two texts of one look cannot be told apart otherwise."""
    return " ".join(f"{ord(sign):04X}" for sign in text)


def test_the_file_has_no_fault_but_the_invisible_characters_that_are_tested():
    assert {problem.rule for problem in PROBLEMS} == {"invisible-character"}


@pytest.mark.parametrize(("one", "other"), pairs("same_canonical"))
def test_what_looks_the_same_has_one_canonical_form(one, other):
    assert points(canonical(one)) == points(canonical(other))


@pytest.mark.parametrize(("one", "other"), pairs("same_skeleton"))
def test_loose_spelling_has_the_skeleton_of_the_right_one(one, other):
    assert skeleton(canonical(one)) == skeleton(canonical(other))


@pytest.mark.parametrize(("one", "other"), pairs("different_skeleton"))
def test_other_words_have_another_skeleton(one, other):
    assert skeleton(canonical(one)) != skeleton(canonical(other))
