"""What may be remembered of a person. Imports nothing of ours."""

from bot.people.person import STRANGER, Change, Forget, Hide, Person, SetLanguage, applied

__all__ = ["STRANGER", "Change", "Forget", "Hide", "Person", "SetLanguage", "applied"]
