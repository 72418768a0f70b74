"""No text of any kind stops the dialogue or makes anybody wait."""

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.dialogue import Message, turn
from bot.people import STRANGER

LONGEST_WAIT = 0.5
NASTY = [
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "\udfff\ud800x",
    "\u202e\u200f\u202eabc",
    "🆘" * 50_000,
    "a" * 100_000,
    "ก" * 100_000,
    "က္" * 50_000,
    "ြ" * 100_000,
    "word " * 20_000,
    "လစာမပေးဘူး " * 10_000,
    "<b>&lt;{th-1300}{while x}**[a](b)",
    "/",
    "/start",
    "/نص",
    "\r\n\t",
    "0812345678",
    "๑๒๓",
    "{" * 100_000,
]


def answered(text: str, engine, world, today) -> float:
    began = time.perf_counter()
    result = turn(Message(text), STRANGER, replace(world, engine=engine), today)
    took = time.perf_counter() - began
    assert result.replies
    assert all(reply.blocks and reply.buttons for reply in result.replies)
    return took


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts_by_letters(world, today, text):
    assert answered(text, world.engine, world, today) < LONGEST_WAIT


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=400))
def test_any_text_by_letters(world, today, text):
    assert answered(text, world.engine, world, today) < LONGEST_WAIT


@pytest.mark.slow
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts_with_vectors(world, learned_engine, today, text):
    assert answered(text, learned_engine, world, today) < LONGEST_WAIT


@pytest.mark.slow
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=[]), max_size=400),
        st.text(alphabet=st.characters(min_codepoint=0x0E00, max_codepoint=0x109F), max_size=2_000),
        st.text(alphabet="ab \0\u200b\ud800🆘ကေါ်ၚ๑", max_size=5_000),
    )
)
def test_any_text_with_vectors(world, learned_engine, today, text):
    assert answered(text, learned_engine, world, today) < LONGEST_WAIT
