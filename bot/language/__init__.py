"""Languages, gettext catalogues, numbers and dates, fallback chains."""

from bot.language.catalogue import Catalogue, read_catalogue
from bot.language.language import Language, Languages
from bot.language.value import (
    Count,
    Day,
    Duration,
    Money,
    Percent,
    Phone,
    Value,
    show,
    show_date,
    show_month,
)

__all__ = [
    "Catalogue",
    "Count",
    "Day",
    "Duration",
    "Language",
    "Languages",
    "Money",
    "Percent",
    "Phone",
    "Value",
    "read_catalogue",
    "show",
    "show_date",
    "show_month",
]
