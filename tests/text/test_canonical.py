"""canonical(): same words, same code points."""

import pytest

from bot.text import canonical
from bot.text.canonical import LONGEST

SAME_WORDS = [
    ("My BOSS", "my boss"),
    ("ｂｏｓｓ", "boss"),
    ("  two\tpay\r\ndays \u3000", "two pay days"),
    ("pay?! (now)… “please”", "pay now please"),
    ("don't", "dont"),
    ("don’t", "dont"),
    ("don`t", "dont"),
    ("don＇t", "dont"),
    ("\u0149ame", "name"),
    ("O.T. M.O.U.", "ot mou"),
    ("paid.not yet", "paid not yet"),
    ("1.5 a.5", "1 5 a 5"),
    ("pass\u200bport", "passport"),
    ("pass\u00adport", "passport"),
    ("\u202epay\u202c", "pay"),
    ("🆘help🆘", "help"),
    ("heeeelp", "help"),
    ("boss", "boss"),
    ("1000 baht", "1000 baht"),
    ("a\0b", "a b"),
    ("a\ud800b", "a b"),
    ("a\ue000b", "a b"),
    ("", ""),
    ("?!…", ""),
]
BURMESE = [
    ("၁၂၃", "123"),
    ("က\u103d\u103b\u1014", "က\u103b\u103d\u1014"),
    ("ဘ\u1030\u1038", "ဘ\u1030\u1038"),
    ("က\u102f\u102d", "က\u102d\u102f"),
    ("က\u102d\u102d", "က\u102d"),
    ("အလ\u1040ပ", "အလဝပ"),
    ("\u1040န", "ဝန"),
    ("\u1041\u1040\u1040\u1040 ကျပ်", "1000 ကျပ်"),
    ("လခ၊ မပေး။", "လခ မပေး"),
    ("သူ၏", "သူ၏"),
    ("၇ုံး", "ရုံး"),
    ("၇ ရက်", "7 ရက်"),
    ("၁၇ိ", "17ိ"),
    ("ဩဂုတ်", "သြဂုတ်"),
]
THAI_AND_LAO = [
    ("น้\u0e4d\u0e32", "น\u0e49\u0e4d\u0e32"),
    ("น\u0e49\u0e33", "น\u0e49\u0e4d\u0e32"),
    ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e4d\u0e32"),
    ("ນ\u0ecd\u0ec9\u0eb2", "ນ\u0ec9\u0ecd\u0eb2"),
    ("มากกกกก", "มาก"),
    ("๔๐๐ บาท", "400 บาท"),
    ("໔໐໐ ກີບ", "400 ກີບ"),
    ("ช่วยด้วย", "ช่วยด้วย"),
    ("ต.ม.", "ตม"),
    ("เเม่่", "แม่"),
]


@pytest.mark.parametrize(("written", "plain"), [*SAME_WORDS, *BURMESE, *THAI_AND_LAO])
def test_one_form_for_all_ways_of_typing_the_same(written, plain):
    assert canonical(written) == plain


def test_both_unicode_forms_of_an_accent_are_one():
    assert canonical("ti\u1ec1n") == canonical("tie\u0302\u0300n") == "ti\u1ec1n"


def test_a_letter_typed_twice_stays():
    """From three on a key was held down."""
    assert [canonical("e" * number) for number in (1, 2, 3, 4)] == ["e", "ee", "e", "e"]


def test_only_the_beginning_of_a_very_long_text_is_looked_at():
    assert canonical("ab " * LONGEST) == ("ab " * LONGEST)[:LONGEST].strip()


@pytest.mark.parametrize("longer", ["ﷺ", "ဪ", "ឨ", "ΐ"])
def test_one_sign_that_becomes_many_does_not_make_it_longer(longer):
    plain = canonical(f"{longer} " * LONGEST)
    assert len(plain) <= LONGEST
    assert canonical(plain) == plain


def test_an_acute_accent_is_an_apostrophe_too():
    assert canonical("don´t") == "dont"
