"""Whether a translation still translates what its source says."""

from collections.abc import Mapping
from hashlib import sha256

from bot.content.card import State


def field_hash(text: str | list[str]) -> str:
    """Eight hexadecimal digits that change when the words of the field change."""
    joined = text if isinstance(text, str) else "\n".join(text)
    return sha256(joined.strip().encode()).hexdigest()[:8]


def state(
    translation: str | None, of: Mapping[str, str], source: Mapping[str, str], *, is_source: bool
) -> State:
    """The state of a text; `of` is what it translated, `source` what stands there now.

    A translation is a draft until somebody says that a speaker has read it.
    """
    if is_source:
        return "source"
    if any(source.get(field, known) != known for field, known in of.items()):
        return "stale"
    return "reviewed" if translation == "reviewed" else "draft"
