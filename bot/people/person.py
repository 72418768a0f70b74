"""A person as far as Sala remembers one: the language, and nothing else."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Person:
    """Somebody who writes; `language` is the code that was chosen, None before any choice."""

    language: str | None = None


STRANGER = Person()


@dataclass(frozen=True)
class SetLanguage:
    """The person chose a language."""

    language: str


@dataclass(frozen=True)
class Hide:
    """Delete the last answer and, where the channel can, the person's own message."""


@dataclass(frozen=True)
class Forget:
    """Delete everything that is remembered and every message that can be deleted."""


Change = SetLanguage | Hide | Forget


def applied(person: Person, change: Change) -> Person:
    """The person after the change. Hiding changes the screen, not the person."""
    match change:
        case SetLanguage(language):
            return replace(person, language=language)
        case Forget():
            return STRANGER
        case Hide():
            return person
