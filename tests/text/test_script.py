"""Which script a text is written in, and which language that suggests."""

import pytest

from bot.text import Guess, guess_language, is_spaceless, language_of
from bot.text.script import dominant_script

LANGUAGES = [
    ("my boss hit me", "en"),
    ("lương của tôi", "vi"),
    ("đi", "vi"),
    ("ði làm", "vi"),
    ("mũ", "vi"),
    ("cong ty khong tra luong", "en"),
    ("nay kaung lar", "en"),
    ("tie\u0302\u0300n", "vi"),
    ("ช่วยด้วย", "th"),
    ("ຊ່ວຍແດ່", "lo"),
    ("ជួយផង", "km"),
    ("ကူညီပါ", "my"),
    ("ၵႃႈႁႅင်း", "shn"),
    ("工资", "zh"),
    ("boss ไม่จ่ายเงินเดือน", "th"),
    ("зарплата", None),
    ("", None),
    ("123 ?!", None),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_letters_suggest_a_language(text, language):
    assert guess_language(text) == language


REASONS = [
    ("ช่วยด้วย", Guess("th", "most of its letters are Thai")),
    ("工资", Guess("zh", "most of its letters are Chinese")),
    ("lương", Guess("vi", "it has the letter ư of Vietnamese")),
    ("help", Guess("en", "its letters are Latin, and nothing tells other languages in them apart")),
    ("зарплата", Guess(None, "most of its letters are of no script that is known here")),
    ("123", Guess(None, "there are no letters")),
]


@pytest.mark.parametrize(("text", "guess"), REASONS)
def test_the_reason_is_in_plain_words(text, guess):
    assert language_of(text) == guess


def test_the_script_of_most_letters_counts():
    assert dominant_script("passport ถูก") == "LATIN"
    assert dominant_script("ID ถูกยึด") == "THAI"
    assert dominant_script("1234") is None


@pytest.mark.parametrize("text", ["ช่วยด้วย", "ຊ່ວຍ", "ជួយ", "ကူညီပါ", "工资"])
def test_scripts_without_spaces_between_words(text):
    assert is_spaceless(text)


@pytest.mark.parametrize("text", ["help", "giúp", "зарплата", "", "12 34"])
def test_scripts_with_spaces_between_words(text):
    assert not is_spaceless(text)
