"""What a volunteer may write in each kind of file. The only place where YAML meets pydantic."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.content.fact import Confidence, Harm, Volatility
from bot.content.place import Kind, TellsAuthorities

_PARTIAL_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


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
    raise PydanticCustomError("yes_no", "`{text}` is neither true nor false.", {"text": str(text)})


def _partial_date(text: object) -> date | None:
    if text in {"undated", "unknown", "n.d."}:
        return None
    found = _PARTIAL_DATE.fullmatch(str(text))
    try:
        if found:
            return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        pass
    raise PydanticCustomError(
        "partial_date",
        "`{text}` is no date. Write 2026-11-21, 2026-11, 2026 or undated.",
        {"text": str(text)},
    )


def _day(text: object) -> date:
    try:
        if _DAY.fullmatch(str(text)):
            return date.fromisoformat(str(text))
    except ValueError:
        pass
    raise PydanticCustomError(
        "day", "`{text}` is no day. Write it like 2027-02-13.", {"text": str(text)}
    )


def _number(text: object) -> Decimal:
    if re.fullmatch(r"\d+(\.\d+)?", str(text)):
        return Decimal(str(text))
    raise PydanticCustomError(
        "number", "`{text}` is no number. Write digits only, like 400.", {"text": str(text)}
    )


def _phone(text: str) -> str:
    digits = re.sub(r"[ ()-]", "", text)
    if not re.fullmatch(r"\+?\d{3,15}", digits):
        raise PydanticCustomError("phone", "`{text}` is no phone number.", {"text": text})
    if digits.startswith("+660"):
        raise PydanticCustomError(
            "phone_zero", "`{text}` has a 0 after +66, which nobody dials.", {"text": text}
        )
    return text


Line = Annotated[str, AfterValidator(_words)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
PartialDate = Annotated[date | None, BeforeValidator(_partial_date)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Translation = Literal["draft", "reviewed"]


Day = date  # ValueShape has a field of that name


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ValueShape(_Shape):
    """A typed value: `{money: 400, currency: THB, per: day}`."""

    money: Number | None = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    per: str | None = None
    phone: Annotated[str, AfterValidator(_phone)] | None = None
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    duration: Annotated[int, BeforeValidator(_number), Field(gt=0)] | None = None
    unit: Literal["minute", "hour", "day", "week", "month", "year"] | None = None
    date: Annotated[Day | None, BeforeValidator(_day)] = None
    percent: Number | None = None
    count: Number | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [self.money, self.phone, self.duration, self.date, self.percent, self.count]
        complete = (
            (self.money is None) == (self.currency is None)
            and (self.phone is None) == (self.country is None)
            and (self.duration is None) == (self.unit is None)
        )
        if sum(kind is not None for kind in kinds) == 1 and complete:
            return self
        raise PydanticCustomError(
            "value",
            "This is no value. Write one of: {{money: 400, currency: THB}}, "
            "{{phone: 1300, country: TH}}, {{duration: 60, unit: day}}, "
            "{{date: 2027-02-13}}, {{percent: 15}}, {{count: 2}}.",
        )


class SourceShape(_Shape):
    """Where a fact was read."""

    url: Line
    publisher: Line
    date: str = "undated"
    says: str = ""


class FactShape(_Shape):
    """One fact of seeds/<topic>.yaml."""

    id: Slug
    says: Line
    advice: str = ""
    applies_to: str = ""
    as_of: PartialDate
    checked_on: PartialDate = None
    volatility: Volatility
    confidence: Confidence
    harm_if_wrong: Harm
    grants: YesNo = False
    publish: YesNo = True
    caution: str = ""
    values: dict[Annotated[str, Field(pattern="^[a-z][a-z0-9_]*$")], ValueShape] = {}
    sources: Annotated[list[SourceShape], Field(min_length=1)]


class CardShape(_Shape):
    """content/cards/<topic>/<card>/card.yaml."""

    urgent: YesNo = False
    quiet: YesNo = False
    danger: list[Slug] = []
    split: dict[Slug, str] = {}
    facts: Annotated[list[Slug], Field(min_length=1)]
    facts_in_part: list[Slug] = []
    places: list[Slug] = []
    related: Annotated[list[str], Field(min_length=1)]
    applies_to: str = ""


class CardTextShape(_Shape):
    """content/cards/<topic>/<card>/<lang>.yaml."""

    title: Line
    quiet_title: Line | None = None
    summary: Line
    split: dict[Slug, Line] = {}
    text: Line
    ask: Annotated[list[Line], Field(min_length=1)]
    translation: Translation | None = None
    of: dict[str, str] = {}


class DangerTextShape(_Shape):
    """One language in content/dangers/<kind>.yaml."""

    label: Line
    lines: Annotated[list[Line], Field(min_length=1, max_length=3)]
    say: Annotated[list[Line], Field(min_length=1)]
    signs: Annotated[list[Line], Field(min_length=1)]
    translation: Translation | None = None
    of: dict[str, str] = {}


class ShowShape(_Shape):
    """A Thai sentence to say or show."""

    thai: Line
    sound: dict[str, Line]
    meaning: dict[str, Line]


class DangerShape(_Shape):
    """content/dangers/<kind>.yaml."""

    card: str | None = None
    quiet: YesNo = False
    urgent: YesNo = True
    beats: list[Slug] = []
    facts: Annotated[list[Slug], Field(min_length=1)]
    places: list[Slug] = []
    show: list[ShowShape] = []
    texts: dict[str, DangerTextShape]


class IntentTextShape(_Shape):
    """One language in content/intents/<name>.yaml."""

    text: Line
    ask: Annotated[list[Line], Field(min_length=1)]
    translation: Translation | None = None
    of: dict[str, str] = {}


class IntentShape(_Shape):
    """content/intents/<name>.yaml."""

    cards: list[str] = []
    danger_menu: YesNo = False
    texts: dict[str, IntentTextShape]


class ElsewhereShape(_Shape):
    """content/elsewhere/<lang>.yaml."""

    lines: Annotated[list[Line], Field(min_length=1)]
    calm: dict[Slug, list[Line]] = {}


class PhoneShape(_Shape):
    """A phone of a place."""

    number: Annotated[str, AfterValidator(_phone)]
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    hours: str = ""
    note: str = ""


class PlaceShape(_Shape):
    """content/places/<place>.yaml."""

    name: dict[str, Line]
    kind: Kind
    helps_with: Annotated[list[Slug], Field(min_length=1)]
    for_whom: str = ""
    languages: list[str] = []
    languages_confirmed: YesNo = False
    phones: list[PhoneShape] = []
    hours: str = ""
    papers: Literal["not-asked", "asked", "unknown"] = "unknown"
    cost: str = ""
    province: str = ""
    tells_authorities: TellsAuthorities
    fears: list[str] = []
    as_of: PartialDate
    checked_on: PartialDate = None
    confidence: Confidence
    caution: str = ""
    sources: Annotated[list[SourceShape], Field(min_length=1)]


class TopicShape(_Shape):
    """One entry of content/topics.yaml."""

    id: Slug
    emoji: Line
    name: dict[str, Line]


class LanguageShape(_Shape):
    """One entry of content/languages.yaml."""

    code: Slug
    name: Line
    locale: Line
    fallback: list[Slug] = []
    complete: YesNo = False
    screen: Annotated[int, BeforeValidator(_number), Field(gt=0)] = 700
    choose: str = ""


class DangerChoiceShape(_Shape):
    """One entry of content/danger-menu.yaml."""

    picture: Line
    kinds: Annotated[list[Slug], Field(min_length=1)]
    label: dict[str, Line]
