"""What a volunteer may write on one line, each kind with the words that say how it is written."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

# [0-9] and not \d, which matches Thai and Burmese digits too.
_PARTIAL_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBER: Final = re.compile(r"[0-9]+(\.[0-9]+)?")
_WHOLE_NUMBER: Final = re.compile(r"[0-9]+")
_MOST_DIGITS: Final = 12
_YEARS: Final = range(1900, 2101)
_BUDDHIST_ERA: Final = 543


def _words(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("no_words", "Nothing is written here.")
    return text.strip()


def _yes_or_no(text: object) -> object:
    answers = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(text, str) and text.lower() in answers:
        return answers[text.lower()]
    if isinstance(text, bool):
        return text
    said = "`{text}` is neither true nor false. Write `yes` or `no`."
    raise PydanticCustomError("yes_no", said, {"text": str(text)})


def _partial_date(text: object) -> date | None:
    if text in {"undated", "unknown", "n.d."}:
        return None
    how = "`{text}` is no date. Write 2026-11-21, 2026-11, 2026 or undated."
    return _date(_PARTIAL_DATE, str(text), "partial_date", how)


def _day(text: object) -> date:
    return _date(_DAY, str(text), "day", "`{text}` is no day. Write it like 2027-02-13.")


def _date(pattern: re.Pattern[str], text: str, kind: str, how: str) -> date:
    found = pattern.fullmatch(text)
    year = int(found[1]) if found else 0
    if year - _BUDDHIST_ERA in _YEARS:
        common = f"{year - _BUDDHIST_ERA}{text[4:]}"
        said = "`{text}` looks like a Thai year. Write {common}."
        raise PydanticCustomError("thai_year", said, {"text": text, "common": common})
    try:
        if found and year in _YEARS:
            return date(year, int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        pass
    raise PydanticCustomError(kind, how, {"text": text})


def _number(text: object) -> Decimal:
    said = "`{text}` is no number. Write digits only, like 400."
    return Decimal(_digits(_NUMBER, text, said))


def _whole_number(text: object) -> int:
    said = "`{text}` is no whole number. Write digits only, like 60."
    return int(_digits(_WHOLE_NUMBER, text, said))


def _digits(pattern: re.Pattern[str], text: object, otherwise: str) -> str:
    digits = str(text)
    if len(digits) > _MOST_DIGITS:
        said = "`{text}…` is too long for a number; at most {most} digits are read."
        facts = {"text": digits[:_MOST_DIGITS], "most": _MOST_DIGITS}
        raise PydanticCustomError("number", said, facts)
    if not pattern.fullmatch(digits):
        raise PydanticCustomError("number", otherwise, {"text": digits})
    return digits


def _phone(text: str) -> str:
    digits = re.sub(r"[ ()-]", "", text)
    if not re.fullmatch(r"\+?[0-9]{3,15}", digits):
        said = "`{text}` is no phone number. Write digits only, like +66 81 234 5678."
        raise PydanticCustomError("phone", said, {"text": text})
    if digits.startswith("+660"):
        raise PydanticCustomError(
            "phone_zero", "`{text}` has a 0 after +66, which nobody dials.", {"text": text}
        )
    return text


def _locale(text: str) -> str:
    try:
        Locale.parse(text)
    except (ValueError, UnknownLocaleError) as error:
        said = "`{text}` is no locale that Babel knows. Write one like `th`, or its neighbour's."
        raise PydanticCustomError("locale", said, {"text": text}) from error
    return text


def _ranges(text: str) -> str:
    for part in text.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if last and int(last) < int(first):
            said = "`{part}` runs backwards. Write {last}-{first}."
            raise PydanticCustomError("range", said, {"part": part, "first": first, "last": last})
    return text


def spelled(pattern: str, how: str) -> AfterValidator:
    """A validator that tells how a text is written, instead of showing a pattern."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            said = "`{text}` is not written as expected here. Write {how}."
            raise PydanticCustomError("spelling", said, {"text": text, "how": how})
        return text

    return AfterValidator(check)


Line = Annotated[str, AfterValidator(_words)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
PartialDate = Annotated[date | None, BeforeValidator(_partial_date)]
Day = Annotated[date | None, BeforeValidator(_day)]
Number = Annotated[Decimal, BeforeValidator(_number)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
PhoneNumber = Annotated[str, AfterValidator(_phone)]
LocaleName = Annotated[str, AfterValidator(_locale)]
Slug = Annotated[
    str, spelled("[a-z0-9]+(-[a-z0-9]+)*", "it in small letters with hyphens, like `unpaid-wages`")
]
ValueName = Annotated[
    str,
    spelled("[a-z][a-z0-9_]*", "it in small letters with underscores, like `inspector_days`"),
]
Country = Annotated[str, spelled("[A-Z]{2}", "two capital letters, like `TH`")]
Currency = Annotated[str, spelled("[A-Z]{3}", "three capital letters, like `THB`")]
Ranges = Annotated[
    str,
    spelled("[0-9]{1,4}(-[0-9]{1,4})?(, ?[0-9]{1,4}(-[0-9]{1,4})?)*", "numbers, like `3, 5-7`"),
    AfterValidator(_ranges),
]
Translation = Literal["draft", "reviewed"]
