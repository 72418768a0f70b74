"""Which scripts a text is in, for the rules of its spelling."""

import pytest

from bot.text import chinese, khmer, latin, myanmar, thai_lao
from bot.text.spelling import SPELLINGS, spellings_in


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("my boss hit me", [latin]),
        ("đi làm", [latin]),
        ("ช่วยด้วย", [thai_lao]),
        ("ຊ່ວຍແດ່", [thai_lao]),
        ("ជួយផង", [khmer]),
        ("ကူညီပါ", [myanmar]),
        ("ၶွပ်ႈၸႂ်", [myanmar]),
        ("護照", [chinese]),
        ("boss ไม่จ่ายเงิน", [latin, thai_lao]),
        ("зарплата", []),
    ],
)
def test_only_the_rules_of_its_scripts_run_on_a_text(text, files):
    assert list(spellings_in(text)) == files


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda each: each.__name__)
def test_what_stands_for_a_sign_is_no_sign_that_something_stands_for(spelling):
    for table in (spelling.SAME_SIGN, spelling.FOLDED):
        assert not set("".join(table.values())) & set(table)
