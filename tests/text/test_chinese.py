"""Traditional and simplified characters. Pairs that meet and stay apart: equivalences.yaml."""

import pytest

from bot.text import canonical
from bot.text.chinese import one_form


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("護照", "护照"),
        ("老闆不發工資", "老板不发工资"),
        ("頭髮", "头发"),
        ("乾淨", "干净"),
        ("看著我", "看着我"),
        ("甚麼", "什么"),
        ("薪水", "薪水"),
        ("", ""),
    ],
)
def test_a_text_is_written_in_simplified_characters(typed, form):
    assert canonical(typed) == form


def test_half_a_pair_stops_nothing():
    """OpenCC takes text that can be written as UTF-8 only."""
    assert one_form("護\ud800") == "護\ud800"
    assert canonical("護\ud800照") == "护 照"
