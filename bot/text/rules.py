"""Rules of spelling: a shape in a text, and what is written instead."""

import re
from collections.abc import Iterable

Rule = tuple[re.Pattern[str], str]


def applied(rules: Iterable[Rule], text: str) -> str:
    """The text after all rules, one after the other."""
    for shape, form in rules:
        text = shape.sub(form, text)
    return text
