"""Words that texts do not use."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.content.ids import LanguageCode


@dataclass(frozen=True)
class WordLists:
    """The lists of content/words.yaml, each by language."""

    never: Mapping[LanguageCode, tuple[str, ...]] = field(default_factory=dict)
    """In no text: they promise what nobody can keep, or hurt."""
    private: Mapping[LanguageCode, tuple[str, ...]] = field(default_factory=dict)
    """In no neutral title of a quiet card."""
