"""Typed values of facts and places, and how each language writes them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from bot.language.catalogue import Catalogue
from bot.language.language import Language

_BUDDHIST_ERA = 543


@dataclass(frozen=True)
class Phone:
    """A number as it is dialled in `country` (ISO 3166)."""

    number: str
    country: str


@dataclass(frozen=True)
class Money:
    """An amount in `currency` (ISO 4217); `per` tells the volunteer what it buys."""

    amount: Decimal
    currency: str
    per: str | None = None


@dataclass(frozen=True)
class Duration:
    """So many minutes, hours, days, weeks, months or years."""

    number: int
    unit: str


@dataclass(frozen=True)
class Day:
    """A day of the calendar."""

    day: date


@dataclass(frozen=True)
class Percent:
    """A share of a hundred."""

    number: Decimal


@dataclass(frozen=True)
class Count:
    """A bare number."""

    number: Decimal


Value = Phone | Money | Duration | Day | Percent | Count


def show(value: Value, language: Language, catalogue: Catalogue) -> str:
    """The value as text, with ASCII digits: every reader's keyboard and phone has them."""
    match value:
        case Phone():
            return value.number
        case Money():
            return _money(value, language, catalogue)
        case Duration():
            return _duration(value, catalogue)
        case Day():
            return show_date(value.day, language)
        case Percent():
            return catalogue.say("{number} %", number=_number(value.number, language))
        case Count():
            return _number(value.number, language)


def show_date(day: date, language: Language) -> str:
    """The day in full; in Thai with the Buddhist year beside the common one."""
    return _written(day, "d MMMM y", language)


def show_month(day: date, language: Language) -> str:
    """Month and year of a date, for "as of"."""
    return _written(day, "MMMM y", language)


def _written(day: date, pattern: str, language: Language) -> str:
    text = format_date(day, pattern, locale=language.locale)
    if language.code == "th":
        year = str(day.year)
        return text.replace(year, f"{day.year + _BUDDHIST_ERA} ({year})")
    return text


def _number(number: Decimal, language: Language) -> str:
    return str(format_decimal(number, locale=Locale.parse(language.locale)))


def _money(value: Money, language: Language, catalogue: Catalogue) -> str:
    amount = _number(value.amount, language)
    if value.currency == "THB":
        return catalogue.say("{amount} baht", amount=amount)
    return f"{amount} {value.currency}"


def _duration(value: Duration, catalogue: Catalogue) -> str:
    match value.unit:
        case "minute":
            return catalogue.plural("{number} minute", "{number} minutes", value.number)
        case "hour":
            return catalogue.plural("{number} hour", "{number} hours", value.number)
        case "day":
            return catalogue.plural("{number} day", "{number} days", value.number)
        case "week":
            return catalogue.plural("{number} week", "{number} weeks", value.number)
        case "month":
            return catalogue.plural("{number} month", "{number} months", value.number)
        case _:
            return catalogue.plural("{number} year", "{number} years", value.number)
