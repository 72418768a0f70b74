"""Names of things, each of its own type so that one is not taken for the other."""

from typing import NewType

CardId = NewType("CardId", str)
"""`topic/card`, as the folders are called."""
DangerKind = NewType("DangerKind", str)
FactId = NewType("FactId", str)
IntentName = NewType("IntentName", str)
PlaceId = NewType("PlaceId", str)
TopicId = NewType("TopicId", str)
LanguageCode = str
