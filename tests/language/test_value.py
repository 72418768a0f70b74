"""How each language writes typed values."""

from datetime import date
from decimal import Decimal
from gettext import NullTranslations

import pytest

from bot.language import (
    Catalogue,
    Count,
    Day,
    Duration,
    Language,
    Money,
    Percent,
    Phone,
    show,
    show_date,
    show_month,
)

ENGLISH = Language("en", "English", "en")
THAI = Language("th", "ไทย", "th")
BURMESE = Language("my", "မြန်မာ", "my")
VIETNAMESE = Language("vi", "Tiếng Việt", "vi")


class Words(NullTranslations):
    """A catalogue of three messages, made by hand."""

    def gettext(self, message: str) -> str:
        return {"{amount} baht": "{amount} บาท", "{number} %": "{number}%"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return {"{number} day": "{number} วัน"}.get(msgid1, super().ngettext(msgid1, msgid2, n))


def english(value) -> str:
    return show(value, ENGLISH, Catalogue("en", NullTranslations()))


VALUES = [
    (Phone("02 123 4567", "TH"), "02 123 4567"),
    (Phone("0812345678", "TH"), "0812345678"),
    (Money(Decimal(400), "THB"), "400 baht"),
    (Money(Decimal(4200), "THB", per="year"), "4,200 baht"),
    (Money(Decimal("12.50"), "USD"), "12.5 USD"),
    (Duration(1, "minute"), "1 minute"),
    (Duration(90, "minute"), "90 minutes"),
    (Duration(1, "hour"), "1 hour"),
    (Duration(72, "hour"), "72 hours"),
    (Duration(1, "day"), "1 day"),
    (Duration(60, "day"), "60 days"),
    (Duration(1, "week"), "1 week"),
    (Duration(28, "week"), "28 weeks"),
    (Duration(1, "month"), "1 month"),
    (Duration(3, "month"), "3 months"),
    (Duration(1, "year"), "1 year"),
    (Duration(10, "year"), "10 years"),
    (Day(date(2027, 2, 13)), "13 February 2027"),
    (Percent(Decimal("7.5")), "7.5 %"),
    (Percent(Decimal(15)), "15 %"),
    (Count(Decimal(2)), "2"),
    (Count(Decimal(100000)), "100,000"),
]


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_in_english(value, text):
    assert english(value) == text


def test_words_come_from_the_catalogue_and_signs_from_the_language():
    words = Catalogue("th", Words())
    assert show(Money(Decimal(1500), "THB"), THAI, words) == "1,500 บาท"
    assert show(Percent(Decimal(15)), THAI, words) == "15%"
    assert show(Duration(60, "day"), THAI, words) == "60 วัน"
    assert show(Money(Decimal("1500.5"), "USD"), VIETNAMESE, words) == "1.500,5 USD"


def test_the_thai_year_stands_beside_the_common_one():
    assert show_date(date(2027, 2, 13), THAI) == "13 กุมภาพันธ์ 2570 (2027)"
    assert show_month(date(2026, 1, 31), THAI) == "มกราคม 2569 (2026)"
    assert show_month(date(2026, 1, 31), BURMESE) == "ဇန်နဝါရီ 2026"


@pytest.mark.parametrize("language", [ENGLISH, THAI, BURMESE, VIETNAMESE])
@pytest.mark.parametrize("value", [value for value, _ in VALUES])
def test_digits_are_those_of_every_keyboard(language, value):
    text = show(value, language, Catalogue(language.code, NullTranslations()))
    assert all(sign.isascii() for sign in text if sign.isdigit())


def test_as_of_names_month_and_year():
    assert show_month(date(2025, 7, 1), ENGLISH) == "July 2025"
    assert show_month(date(2025, 7, 1), VIETNAMESE) == "tháng 7 2025"
