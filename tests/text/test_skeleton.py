"""skeleton(): what is left when the parts that people leave out or confuse go."""

import pytest

from bot.text import canonical, skeleton

MEET = [
    ("ช่วยด้วย", "ชวยดวย"),
    ("นายจ้าง", "นายจาง"),
    ("หนี", "หนิ"),
    ("ศาล", "สาล"),
    ("ให้", "ไห้"),
    ("เรือ", "เลือ"),
    ("โรงงาน", "โรง งาน"),
    ("ເງິນເດືອນ", "ເງິນ ເດຶອນ"),
    ("ຊ່ວຍ", "ຊວຍ"),
    ("သူဌေး", "သုဌေ"),
    ("မြန်မာ", "မျန်မာ"),
    ("ဆေးရုံ", "ဆေး ရုံ"),
    ("ပါ", "ပာ"),
    ("រដ្ឋ", "រត្ឋ"),
    ("tiền lương", "tien luong"),
    ("đi", "di"),
    ("passport", "pasport"),
    ("hospital bill", "hospital bil"),
    ("工资 没发", "工资没发"),
]
DIFFER = [("boss", "loss"), ("ยา", "ยาย"), ("ဆေး", "ဈေး"), ("pay me", "payme"), ("100", "10")]


@pytest.mark.parametrize(("right", "loose"), MEET)
def test_right_and_loose_spelling_meet(right, loose):
    assert canonical(right) != canonical(loose)
    assert skeleton(canonical(right)) == skeleton(canonical(loose))


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_other_words_stay_apart(one, other):
    assert skeleton(canonical(one)) != skeleton(canonical(other))


@pytest.mark.parametrize("marks", ["้", "ໍ້", "့", "\u0301"])
def test_what_would_be_left_empty_stays_as_it_is(marks):
    assert skeleton(marks)


def test_of_nothing_nothing_is_left():
    assert skeleton("") == ""
