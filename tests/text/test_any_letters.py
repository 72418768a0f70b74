"""Laws that hold for every text, however it was typed."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text import canonical, is_spaceless, language_of, readings, skeleton
from bot.text.canonical import LONGEST

CODES = {None, "en", "vi", "th", "lo", "km", "my", "shn", "ksw", "pwo", "mnw", "blk", "zh"}
BLOCKS = [(0x0E00, 0x0E80), (0x0E80, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x4E00, 0x4E20)]
OUR_SCRIPTS = "".join(chr(point) for first, last in BLOCKS for point in range(first, last))
ANY = st.text(alphabet=st.characters(exclude_categories=[]))
TYPED = st.text(alphabet=OUR_SCRIPTS + " aAđĐßœ'’019.,\u200b", max_size=15)
VIETNAMESE = st.text(
    alphabet="aAeioOuUyYdDđĐ\u0300\u0301\u0302\u0303\u0309\u031b\u0323 ", max_size=15
)
CONFUSED = st.text(alphabet="၀၁ကဝျြွှိီုူံ့း်္aา\u0e4d\u0e48\u0e33", max_size=8)
TEXTS = st.one_of(ANY, TYPED, VIETNAMESE, CONFUSED)
# The letters and marks of each script, with what is typed between them.
ALPHABETS = {
    "Thai": range(0x0E01, 0x0E5C),
    "Lao": range(0x0E81, 0x0EE0),
    "Khmer": range(0x1780, 0x17FA),
    "Burmese": [*range(0x1000, 0x1050)],
    "Shan": [*range(0x1075, 0x109A), *range(0x102B, 0x103F), *map(ord, "ဢငတထပမယရလဝသ")],
    "Karen and Mon": [*range(0x1050, 0x1075), *range(0x1000, 0x103F), 0x108B],
    "Vietnamese": [
        *map(ord, "aeiouydqlkshtvAEIOUĐđðâêôơư"),
        *range(0x0300, 0x030A),
        0x031B,
        0x0323,
    ],
    "Chinese": [*range(0x4E00, 0x4E60), *range(0xF900, 0xF960), *map(ord, "護發乾著麼苧薴妳甚么")],
    "Latin": range(0x20, 0x250),
}
NASTY = [
    "\0" * 9,
    "\ud800\udfff",
    "ဪဨ" * 4_000,
    "ก" * 99_999,
    "က္" * 9_999,
    "ﷺ" * 9_999,
    "\u0301" * 9_999,
]

always = settings(max_examples=300, deadline=None, derandomize=True)
in_each_script = settings(max_examples=150, deadline=None, derandomize=True)


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
    assert len({reading.canonical for reading in readings(text)}) == len(readings(text)) in {1, 2}
    guess = language_of(text)
    assert guess.code in CODES
    assert guess.because
    assert not is_spaceless(text) or guess.code


@pytest.mark.parametrize("alphabet", ALPHABETS.values(), ids=ALPHABETS)
@in_each_script
@given(st.data())
def test_the_laws_hold_in_each_script(alphabet, data):
    typed = data.draw(st.text(alphabet=[*map(chr, alphabet), *" .\u200b\u200c"], max_size=14))
    plain = canonical(typed)
    bare = skeleton(plain)
    assert canonical(plain) == plain
    assert skeleton(bare) == bare
    if has_letters(typed):
        assert has_letters(plain)
        assert has_letters(bare)
    assert language_of(typed).code in CODES
    assert readings(typed)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts_are_read_like_their_beginning(text):
    assert readings(text) == readings(text[:LONGEST])
    assert len(canonical(text)) <= LONGEST
    assert canonical(canonical(text)) == canonical(text)


def test_an_accent_on_nothing_leaves_no_second_space():
    assert skeleton(canonical("က´:0")) == skeleton("က 0")


def test_the_order_of_signs_is_that_of_what_is_left():
    bare = skeleton(canonical("ู็ฺ"))
    assert skeleton(bare) == bare
