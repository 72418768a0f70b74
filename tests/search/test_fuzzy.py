"""Letters compared one by one: which form, whose language, and of how many lines."""

import numpy as np
import pytest

from bot.search.deck import Deck, Line
from bot.search.fuzzy import FuzzyChannel
from bot.text import Reading, canonical, readings, skeleton


def channel(*lines: tuple[str, str]) -> FuzzyChannel:
    """A channel over lines with their language."""
    forms = tuple(canonical(text) for text, _ in lines)
    return FuzzyChannel(
        Deck(
            tuple(Line(text, language, "a/b", None) for text, language in lines),
            forms,
            tuple(map(skeleton, forms)),
        )
    )


def likeness(known: FuzzyChannel, message: str, language: str | None, count: int) -> list[float]:
    """To each of few lines, of which all are looked at."""
    found = known.likeness(readings(message), language, np.zeros(count, dtype=np.float32))
    return found.tolist()


def test_the_same_letters_are_alike_and_others_are_not():
    known = channel(("no wages", "en"), ("no wage", "en"), ("xxx", "en"))
    found = likeness(known, "No wages!", None, 3)
    assert found[0] == pytest.approx(1)
    assert 0.9 < found[1] < 1
    assert found[2] == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [("ค่าจ้าง", "คาจาง"), ("không lương", "khong luong"), ("နှိပ်စက်", "နိပစက")],
)
def test_the_skeleton_weighs_a_little_less_than_the_letters_themselves(line, message):
    """A skeleton has lost what tells some words apart."""
    known = channel((line, "xx"))
    assert likeness(known, line, None, 1) == pytest.approx([1])
    assert likeness(known, message, None, 1) == pytest.approx([0.96])


def test_a_form_is_only_compared_with_the_same_form():
    known = FuzzyChannel(Deck((Line("", "en", "a/b", None),), ("aaaa",), ("zzzz",)))
    letters = np.zeros(1)
    assert known.likeness([Reading("", "zzzz", "aaaa")], None, letters).tolist() == [0]
    assert known.likeness([Reading("", "zzzz", "zzzz")], None, letters).tolist() == (
        pytest.approx([0.96])
    )


def test_every_reading_counts_and_the_better_one_is_told():
    known = channel(("boss", "en"), ("work", "en"))
    both = (Reading("", "boss", ""), Reading("", "work", ""))
    assert known.likeness(both, None, np.zeros(2)).tolist() == pytest.approx([1, 1])
    assert known.likeness((), None, np.zeros(2)).tolist() == [0, 0]


def test_of_lines_in_the_same_letters_the_persons_language_comes_first():
    known = channel(("help me", "en"), ("help me", "tl"))
    assert likeness(known, "help me", "en", 2) == pytest.approx([1, 0.97])
    assert likeness(known, "help me", "tl", 2) == pytest.approx([0.97, 1])


@pytest.mark.parametrize(("language", "weight"), [(None, 1), ("th", 0.97)])
def test_without_a_chosen_language_all_weigh_the_same(language, weight):
    known = channel(("help me", "en"), ("help me", "tl"))
    assert likeness(known, "help me", language, 2) == pytest.approx([weight, weight])


def test_of_a_long_message_the_beginning_is_compared():
    line = "ab" * 150
    known = channel((line, "en"))
    assert likeness(known, line + "xyz" * 300, None, 1) == pytest.approx([1])
    assert likeness(known, "x" + line, None, 1)[0] < 1


MANY = [(f"line {number}", "en") for number in range(600)]


def test_in_a_large_deck_only_lines_with_most_shared_letters_are_looked_at():
    """256 of them; another is not alike, even if it is the message itself."""
    known = channel(*MANY)
    letters = np.random.default_rng(0).permutation(600).astype(np.float32)
    found = known.likeness(readings("line 7"), None, letters)
    assert np.array_equal(found > 0, letters >= 600 - 256)


@pytest.mark.parametrize(("shared", "alike"), [(1.0, 1.0), (-1.0, 0.0)])
def test_the_message_itself_is_found_in_a_large_deck_when_it_shares_letters(shared, alike):
    known = channel(*MANY)
    letters = np.zeros(600, dtype=np.float32)
    letters[7] = shared
    assert known.likeness(readings("line 7"), None, letters)[7] == pytest.approx(alike)


@pytest.mark.parametrize(("count", "looked_at"), [(255, 255), (256, 256), (257, 256)])
def test_a_small_deck_is_looked_at_as_a_whole(count, looked_at):
    known = channel(*MANY[:count])
    found = known.likeness(readings("line"), None, np.zeros(count, dtype=np.float32))
    assert np.count_nonzero(found) == looked_at


def test_a_language_is_that_of_the_line_that_was_looked_at():
    """Lines that are left out do not shift the languages of the others."""
    lines = [("help", "tl" if number % 2 else "en") for number in range(400)]
    letters = np.random.default_rng(1).permutation(400).astype(np.float32)
    found = channel(*lines).likeness(readings("help"), "tl", letters)
    looked_at = np.flatnonzero(found)
    assert len(looked_at) == 256
    assert found[looked_at].tolist() == (
        pytest.approx([1 if number % 2 else 0.97 for number in looked_at])
    )


@pytest.mark.parametrize("language", [None, "en"])
def test_where_no_line_is_known_nothing_is_alike(language):
    found = channel().likeness(readings("help"), language, np.zeros(0, dtype=np.float32))
    assert found.shape == (0,)
