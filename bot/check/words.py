"""The word lists of content/words.yaml."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from bot.content import Content
from bot.text import canonical, is_spaceless

WORDS_FILE: Final = PurePosixPath("content/words.yaml")

Words = Mapping[str, Mapping[str, list[str]]]
"""List (`never`, `private`, `promise`) -> language -> words."""


def read_words(content: Content) -> Words:
    """The lists; empty when the file is missing, which the reader has told already."""
    source = content.sources.get(WORDS_FILE)
    return source.tree if source and isinstance(source.tree, dict) else {}  # type: ignore[return-value]


def found_word(words: Words, which: str, language: str, text: str) -> str | None:
    """The first word of a list that stands in the text; whole words where a script has spaces."""
    plain = f" {canonical(text)} "
    for word in words.get(which, {}).get(language, []):
        looked_for = canonical(word)
        if looked_for and (looked_for if is_spaceless(word) else f" {looked_for} ") in plain:
            return word
    return None
