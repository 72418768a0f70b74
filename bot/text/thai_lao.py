"""Thai and Lao: marks typed in another order, silent letters, letters that sound alike."""

import re
from functools import lru_cache
from typing import Final

from bot.text.rules import applied

LETTERS: Final = re.compile("[฀-໿]")
# Lakkhangyao stands only in ฤๅ and looks like aa.
SAME_SIGN: Final = {"ๅ": "า"}

# No mark is written twice.
_TWICE: Final = re.compile(r"([ัิ-ฺ็-๎ັິ-຺ົຼ່-໎])\1+")
# Two e look like ae; of am, the nikhahit stands before aa.
_SAME: Final = (("เเ", "แ"), ("ເເ", "ແ"), ("าํ", "ํา"), ("າໍ", "ໍາ"))
_PLACES: Final = (
    # A tone stands before am.
    (re.compile("ํา([่-๋]+)"), r"\1ํา"),
    (re.compile("ໍາ([່-໋]+)"), r"\1ໍາ"),
    # Lao ho lo: the sign below typed after the vowel; then the letter for the sign.
    (re.compile("ຫ([ັິ-຺ົ່-ໍ]*)ຼ"), r"ຫລ\1"),
)
_MARKS: Final = re.compile("[ัิ-ฺ็-ํ]{2,}|[ັິ-຺ົ່-ໍ]{2,}")
_TONES: Final = frozenset("่้๊๋์่້໊໋໌")
_NIKHAHIT: Final = frozenset("ํໍ")

# A sign, and those that it stands for because they sound or look like it: vowels long and short,
# letters for one sound; ra is said like la.
_TWINS: Final = (
    {"ิ": "ี", "ึ": "ื", "ุ": "ู", "ไ": "ใ", "ส": "ศษ", "น": "ณ", "ด": "ฎ", "ต": "ฏ"}
    | {"ย": "ญ", "ค": "ฆ", "ท": "ธฑฒ", "ช": "ฉ", "ล": "ฬร"}
    | {"ິ": "ີ", "ຶ": "ື", "ຸ": "ູ", "ໄ": "ໃ", "ລ": "ຣ", "ຍ": "ຢ"}
)
# Tone marks, thanthakhat and maitaikhu go.
FOLDED: Final = {twin: sign for sign, twins in _TWINS.items() for twin in twins} | dict.fromkeys(
    "่้๊๋์็່້໊໋໌", ""
)

# A killed letter is mostly not typed: การ์ด, เบอร์. Not at the start: a text keeps letters.
_KILLED: Final = re.compile("(?<=[ก-ฺเ-๋])[ก-ฮ][ิุ]?์")
# These begin with the letter they look for: a search for one letter is quick.
_LOOSE: Final = (
    # ra after another consonant is neither said nor typed: ครับ, จริง, ตรวจ, ประกัน, บัตร.
    (
        re.compile("ร(?:(?<=[กขคจตทปผพบสศ]ร)(?=[ะ-ู็-๋])|(?<=ตร)(?=วจ)|(?<=ั[กคต]ร)(?![ะ-ู็-๋]))"),
        "",
    ),
    (re.compile("ญ(?=ญ)"), "น"),
    # am in parts: ทำงาน, ทัมงาน; ai with a silent ya: ไทย, ไท.
    (re.compile("ัม(?![ะ-ฺ็-๎])"), "ํา"),
    (re.compile("ย(?<=[ไใ][ก-ฮ]ย)ย*"), ""),
    (re.compile("ັມ(?![ະ-ຼ່-ໍ])"), "ໍາ"),
    # Lao: the short sign in closed e and ae.
    (re.compile("ັ(?:(?<=[ເແ][ກ-ຮ]ັ)|(?<=[ເແ][ກ-ຮ][ລວ]ັ))"), ""),
)


def one_form(text: str) -> str:
    """Each mark once, in one order: vowel, tone or thanthakhat, nikhahit; all orders look alike."""
    text = _TWICE.sub(r"\1", text)
    for typed, form in _SAME:
        text = text.replace(typed, form)
    text = applied(_PLACES, text)
    return _MARKS.sub(lambda run: _in_order(run[0]), text)


def loosened(text: str) -> str:
    """Silent and unsaid letters go."""
    if "์" in text:
        text = _KILLED.sub("", text)
    return applied(_LOOSE, text)


@lru_cache(maxsize=1_000)
def _in_order(marks: str) -> str:
    return "".join(sorted(set(marks), key=lambda mark: (mark in _NIKHAHIT, mark in _TONES, mark)))
