"""What the small Markdown does not know would be shown as it is typed.

PASS: **Now** write down your days.
FAIL: ## Now write down your days.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.check.passages import passages
from bot.content import Problem

if TYPE_CHECKING:
    from bot.check.run import Read

_LEFT = re.compile(
    r"\*\*?|^#+ |^\d+[.)] |\]\(|`|__|(?<!\w)_|_(?!\w)|<[a-z/]|[{}]|https?://", re.MULTILINE
)


def problems(read: "Read") -> Iterator[Problem]:
    """Signs of headings, links, italics, code or half-closed bold left in a text."""
    for passage in passages(read.content):
        found = _LEFT.search(passage.words)
        if found:
            said = f"`{found[0].strip()}` would be shown as it stands."
            hint = "Texts know paragraphs, lists with `- `, **bold** and {values}; nothing else."
            # With the word behind it: `**` alone may stand earlier, where it is closed.
            around = re.match(r"\S+ ?\w*", passage.words[found.start() :])
            source = read.content.sources[passage.path]
            yield source.problem(
                passage.at, "left-markup", said, hint, words=around[0] if around else ""
            )
