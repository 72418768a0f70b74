"""Looking for words of content/words.yaml in a text."""

from collections.abc import Iterable

from bot.text import canonical, is_spaceless


def found_word(words: Iterable[str], text: str) -> str | None:
    """The first of the words that stands in the text; whole words where a script has spaces."""
    plain = f" {canonical(text)} "
    for word in words:
        looked_for = canonical(word)
        if looked_for and (looked_for if is_spaceless(word) else f" {looked_for} ") in plain:
            return word
    return None
