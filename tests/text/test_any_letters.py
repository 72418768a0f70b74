"""Laws that hold for every text, however it was typed."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text import canonical, guess_language, is_spaceless, readings, skeleton
from bot.text.canonical import LONGEST

BLOCKS = [(0x0E00, 0x0E80), (0x0E80, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x4E00, 0x4E20)]
OUR_SCRIPTS = "".join(chr(point) for first, last in BLOCKS for point in range(first, last))
ANY = st.text(alphabet=st.characters(exclude_categories=[]))
TYPED = st.text(alphabet=OUR_SCRIPTS + " aAđĐßœ'’019.,\u200b", max_size=15)
VIETNAMESE = st.text(
    alphabet="aAeioOuUyYdDđĐ\u0300\u0301\u0302\u0303\u0309\u031b\u0323 ", max_size=15
)
CONFUSED = st.text(alphabet="၀၁ကဝျြွှိီုူံ့း်္aา\u0e4d\u0e48\u0e33", max_size=8)
TEXTS = st.one_of(ANY, TYPED, VIETNAMESE, CONFUSED)
NASTY = ["\0" * 9, "\ud800\udfff", "ก" * 99_999, "က္" * 9_999, "ﷺ" * 9_999, "\u0301" * 9_999]

always = settings(max_examples=300, deadline=None, derandomize=True)


def has_letters(text: str) -> bool:
    """Whether a letter is in it that no one takes for an apostrophe."""
    return any(sign.isalpha() and sign != "ʼ" for sign in text)


def is_control(sign: str) -> bool:
    """Whether a code point is unseen, half a pair, nobody's or not given out."""
    return unicodedata.category(sign).startswith("C")


@always
@given(TEXTS)
def test_the_canonical_form_of_a_canonical_form_is_itself(text):
    plain = canonical(text)
    assert canonical(plain) == plain


@always
@given(TEXTS)
def test_the_skeleton_of_a_skeleton_is_itself(text):
    bare = skeleton(canonical(text))
    assert skeleton(bare) == bare


@always
@given(TEXTS.filter(has_letters))
def test_a_text_with_letters_keeps_some(text):
    for reading in readings(text):
        assert has_letters(reading.canonical)
        assert has_letters(reading.skeleton)


@always
@given(TEXTS)
def test_no_control_character_stays(text):
    for reading in readings(text):
        assert not any(map(is_control, reading.canonical + reading.skeleton))


@always
@given(TEXTS)
def test_spaces_are_single_and_inside(text):
    assert canonical(text) == " ".join(canonical(text).split())


@always
@given(TEXTS)
def test_every_text_has_one_or_two_readings_and_perhaps_a_language(text):
    assert len(readings(text)) in {1, 2}
    assert guess_language(text) in {None, "en", "vi", "th", "lo", "km", "my", "shn", "zh"}
    assert not is_spaceless(text) or guess_language(text)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts_are_read_like_their_beginning(text):
    assert readings(text) == readings(text[:LONGEST])


def test_an_accent_on_nothing_leaves_no_second_space():
    assert skeleton(canonical("က´:0")) == skeleton("က 0")


def test_the_order_of_signs_is_that_of_what_is_left():
    bare = skeleton(canonical("ู็ฺ"))
    assert skeleton(bare) == bare
