"""Signs of danger: words whose presence tells more than likeness."""

import doubles
import pytest

from bot.content import Danger, DangerText, Library
from bot.language import Language, Languages
from bot.search.signs import Signs
from bot.text import Reading, readings

FILLER = "we work at sea and come home late "


def danger(kind: str, **of_language: tuple[str, ...]) -> Danger:
    """A kind of danger of which nothing but its signs is known, per language."""
    texts = {
        language: DangerText("", (), (), words, "source") for language, words in of_language.items()
    }
    return doubles.danger(kind, texts)


def library(*dangers: Danger) -> Library:
    return Library(
        languages=Languages((Language("en", "English", "en"),)),
        topics=(),
        cards={},
        dangers={each.kind: each for each in dangers},
        danger_menu=(),
        intents={},
        elsewhere={},
        facts={},
        places={},
        values={},
    )


def found(words: str, message: str) -> bool:
    """Whether a sign is seen in a message."""
    return bool(Signs(library(danger("life", en=(words,)))).seen(readings(message)))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("raped", "he raped me"),
        ("raped", "RAPED!!"),
        ("raped", "i was rapped"),
        ("hit me", "boss  hit,me"),
        ("không thở", "khong tho"),
        ("ข่มขืน", "ฉันถูกข่มขืนเมื่อคืน"),
        ("ข่มขืน", "ฉันถูกขมขืน"),
        ("နှိပ်စက်", "သူက နှိပ်စက်တယ်"),
        ("နှိပ်စက်", "သူက နိပ်စက်တယ်"),
    ],
)
def test_a_sign_is_seen_however_it_is_typed(words, message):
    assert found(words, message)


@pytest.mark.parametrize(
    ("words", "message"),
    [("raped", "grapes"), ("raped", "scraped"), ("die", "on a diet"), ("191", "call 1911")],
)
def test_where_words_have_spaces_only_whole_words_are_signs(words, message):
    assert not found(words, message)


@pytest.mark.parametrize("message", ["boss hit me", "my boss very often hit me", "BOSS he hit"])
def test_the_parts_of_a_sign_stand_near_each_other(message):
    assert found("boss … hit", message)


def test_parts_in_another_order_or_far_apart_are_no_sign():
    """Between parts stand 28 letters at most, with the spaces around them."""
    assert not found("boss … hit", "hit boss")
    assert not found("boss … hit", "bosses hit")
    assert found("boss … hit", "boss abcdefghij klmnopqrst uvwx hit")
    assert not found("boss … hit", "boss abcdefghij klmnopqrst uvwxyzabc hit")


def test_a_first_part_that_leads_nowhere_hides_no_later_one():
    assert found("boss … hit", "the boss said nothing for a long time and then the boss hit me")


def test_parts_meet_without_spaces_too():
    assert found("ตี…ฉัน", "เขาตีเอาฉัน")


@pytest.mark.parametrize("message", ["he is not breething", "not breating", "is unconcious"])
def test_a_long_sign_is_seen_with_a_mistake_in_it(message):
    known = Signs(library(danger("life", en=("not breathing", "unconscious"))))
    assert list(known.seen(readings(message))) == ["life"]


def test_a_short_sign_is_not_seen_with_a_mistake_in_it():
    assert not found("beaten", "weather is beatin")
    assert not found("raped", "draped")


def test_of_a_long_story_beginning_and_end_are_looked_at():
    long = FILLER * 20
    assert found("hit me", f"he hit me {long}")
    assert found("hit me", f"{long} he hit me")
    assert not found("hit me", f"{long} he hit me {long}")


def test_the_words_that_showed_a_kind_first_are_named():
    known = Signs(library(danger("life", en=("no breath", "blood"), th=("เลือด",)), danger("fire")))
    assert [(sign.words, sign.kind) for sign in known.all] == [
        ("no breath", "life"),
        ("blood", "life"),
        ("เลือด", "life"),
    ]
    assert known.seen(readings("blood and no breath, เลือด")) == {"life": "no breath"}


def test_a_message_can_show_several_kinds_or_none():
    known = Signs(library(danger("life", en=("blood",)), danger("fire", en=("burns",))))
    assert known.seen(readings("it burns, blood")) == {"life": "blood", "fire": "burns"}
    assert known.seen(readings("where is the market")) == {}
    assert known.seen(()) == {}


def test_every_reading_of_a_message_counts():
    known = Signs(library(danger("life", my=("သေ",))))
    twice = (Reading("", "nothing", "nothing"), Reading("", "သေ", "သေ"))
    assert known.seen(twice) == {"life": "သေ"}


@pytest.mark.parametrize("words", ["?!", "…"])
def test_a_sign_without_letters_is_no_sign(words):
    assert not found(words, "where is the market")


@pytest.mark.parametrize("message", ["sucide", "i think of suiside"])
def test_a_sign_of_seven_letters_is_long_enough_for_a_mistake(message):
    assert found("suicide", message)
