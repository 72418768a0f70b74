"""The beginning and the end of a long story: there people say what it is about."""

from typing import Final

# Looking at all of it costs time and tells nothing more.
_LOOKED_AT: Final = 600


def ends(text: str) -> str:
    """The text, or its first and last half-pages when it is long."""
    half = _LOOKED_AT // 2
    return text if len(text) <= _LOOKED_AT else f"{text[:half]} {text[-half:]}"
