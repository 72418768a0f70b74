"""Everything that was read, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.content.card import Card, Danger, DangerChoice, Elsewhere, Intent, Topic
from bot.content.fact import Fact
from bot.content.ids import CardId, DangerKind, FactId, IntentName, LanguageCode, PlaceId
from bot.content.partner import Partner
from bot.content.place import Place
from bot.language import Languages, Value


@dataclass(frozen=True)
class Named:
    """A value that texts may insert, and the fact or place that it stands in."""

    value: Value
    owner: Fact | Place


@dataclass(frozen=True)
class Library:
    """Cards, dangers, intents, facts and places by their ids."""

    languages: Languages
    topics: tuple[Topic, ...]
    cards: Mapping[CardId, Card]
    dangers: Mapping[DangerKind, Danger]
    danger_menu: tuple[DangerChoice, ...]
    intents: Mapping[IntentName, Intent]
    elsewhere: Mapping[LanguageCode, Elsewhere]
    facts: Mapping[FactId, Fact]
    places: Mapping[PlaceId, Place]
    values: Mapping[str, Named]
    partner: Partner | None = None

    def newest_source(self, card: Card) -> date | None:
        """The date of the newest source behind a card; None when no source is dated."""
        return max((day for fact in card.rests_on if (day := self.facts[fact].as_of)), default=None)


def named_values(facts: Mapping[FactId, Fact], places: Mapping[PlaceId, Place]) -> dict[str, Named]:
    """Every value by the name that texts use; a place's id stands for its first phone.

    Of a name that stands twice, which the reader tells, the first value counts.
    """
    values: dict[str, Named] = {
        place.id: Named(place.phones[0], place) for place in places.values() if place.phones
    }
    for fact in facts.values():
        for name, value in fact.values.items():
            values.setdefault(name, Named(value, fact))
    return values
