"""What may be remembered of a person. Imports nothing of ours."""

from bot.people.person import STRANGER, Change, Forget, Hide, Person, SetLanguage, applied
from bot.people.store import Handled, Lane, Parcel, PersonKey, Store, Waiting

__all__ = [
    "STRANGER",
    "Change",
    "Forget",
    "Handled",
    "Hide",
    "Lane",
    "Parcel",
    "Person",
    "PersonKey",
    "SetLanguage",
    "Store",
    "Waiting",
    "applied",
]
