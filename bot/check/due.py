"""Facts that must be looked up again."""

from bot.content import Fact, Library


def due(library: Library) -> list[Fact]:
    """Every fact that is shown, the one that is (or was) due soonest first."""
    shown = [fact for fact in library.facts.values() if fact.publish]
    return sorted(shown, key=lambda fact: (fact.review_by, fact.id))
