"""Which script a text is written in, and which language that suggests."""

import pytest

from bot.text import guess_language, is_spaceless
from bot.text.script import dominant_script

LANGUAGES = [
    ("my boss hit me", "en"),
    ("lương của tôi", "vi"),
    ("đi", "vi"),
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
