"""Words that promise what nobody can keep, or hurt (protection.md A8, D4).

PASS: Sala keeps no name.
FAIL: Sala is anonymous.   (content/words.yaml lists such words)
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.check.passages import passages
from bot.check.words import found_word
from bot.content import Problem

if TYPE_CHECKING:
    from bot.check.run import Read


def problems(read: "Read") -> Iterator[Problem]:
    """A word of `never:` in a text, or of `private:` in the neutral title of a quiet card."""
    lists = read.content.words
    for passage in passages(read.content):
        source = read.content.sources[passage.path]
        word = found_word(lists.never.get(passage.language, ()), passage.words)
        if word:
            said = f"The word `{word}` is not used in Sala's texts."
            hint = "content/words.yaml says why."
            yield source.problem(passage.at, "forbidden-word", said, hint, words=word)
        if passage.at == ("quiet_title",):
            word = found_word(lists.private.get(passage.language, ()), passage.words)
            if word:
                said = (
                    f"`{word}` tells whoever looks over the reader's shoulder what this is about."
                )
                yield source.problem(passage.at, "forbidden-word", said, "Use neutral words.")
