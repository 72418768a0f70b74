"""What a volunteer may write in each kind of file. The only place where YAML meets pydantic."""

from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.content.fact import Confidence, Harm, Volatility
from bot.content.fields import (
    Country,
    Currency,
    Day,
    Line,
    LocaleName,
    Number,
    PartialDate,
    PhoneNumber,
    Slug,
    Translation,
    ValueName,
    WholeNumber,
    YesNo,
)
from bot.content.place import Kind, TellsAuthorities

TEXTS: Final = "texts"
"""Where the blocks of languages of a danger or intent are gathered; nobody writes this name."""


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ValueShape(_Shape):
    """A typed value: `{money: 400, currency: THB, per: day}`."""

    money: Number | None = None
    currency: Currency | None = None
    per: str | None = None
    phone: PhoneNumber | None = None
    country: Country | None = None
    duration: Annotated[WholeNumber, Field(gt=0)] | None = None
    unit: Literal["minute", "hour", "day", "week", "month", "year"] | None = None
    date: Day = None
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
            "This is no value. Write one of: {money: 400, currency: THB}, "
            "{phone: 1300, country: TH}, {duration: 60, unit: day}, "
            "{date: 2027-02-13}, {percent: 15}, {count: 2}.",
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
    values: dict[ValueName, ValueShape] = {}
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
    not_now: list[Line] = []


class PhoneShape(_Shape):
    """A phone of a place."""

    number: PhoneNumber
    country: Country
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
    locale: LocaleName
    fallback: list[Slug] = []
    complete: YesNo = False
    screen: Annotated[WholeNumber, Field(gt=0)] = 700
    choose: str = ""


class DangerChoiceShape(_Shape):
    """One entry of content/danger-menu.yaml."""

    picture: Line
    kinds: Annotated[list[Slug], Field(min_length=1)]
    label: dict[str, Line]


class SpokenShape(_Shape):
    """When somebody spoke with the partner, and who: initials."""

    on: Day
    by: Line


class PartnerShape(_Shape):
    """content/partner.yaml."""

    name: Line
    contact: Line
    hours: Line
    languages: Annotated[list[Slug], Field(min_length=1)]
    provinces: Annotated[list[Line], Field(min_length=1)]
    spoken_to: SpokenShape


class WordsShape(_Shape):
    """content/words.yaml: per list the words of each language."""

    never: dict[str, list[Line]]
    private: dict[str, list[Line]]
