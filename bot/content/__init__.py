"""YAML with positions -> Card, Danger, Fact, Place ... -> the immutable Library."""

from bot.content.card import (
    Card,
    CardText,
    Danger,
    DangerChoice,
    DangerText,
    Intent,
    IntentText,
    Show,
    Topic,
)
from bot.content.fact import Citation, Fact
from bot.content.filling import Filled, fill
from bot.content.ids import CardId, DangerKind, FactId, IntentName, LanguageCode, PlaceId, TopicId
from bot.content.library import Library, Named
from bot.content.load import Content, load, read
from bot.content.markup import Block, Slot, Words, parse
from bot.content.partner import Partner
from bot.content.place import Place
from bot.content.problem import Problem
from bot.content.words import WordLists

__all__ = [
    "Block",
    "Card",
    "CardId",
    "CardText",
    "Citation",
    "Content",
    "Danger",
    "DangerChoice",
    "DangerKind",
    "DangerText",
    "Fact",
    "FactId",
    "Filled",
    "Intent",
    "IntentName",
    "IntentText",
    "LanguageCode",
    "Library",
    "Named",
    "Partner",
    "Place",
    "PlaceId",
    "Problem",
    "Show",
    "Slot",
    "Topic",
    "TopicId",
    "WordLists",
    "Words",
    "fill",
    "load",
    "parse",
    "read",
]
