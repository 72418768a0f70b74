"""What somebody may have meant to write."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The nearest of the `known` names as a hint; `otherwise` when none is near."""
    close = get_close_matches(name, list(known), 1)
    return f"Did you mean `{close[0]}`?" if close else otherwise
