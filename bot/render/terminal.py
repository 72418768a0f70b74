"""A reply as text for a terminal: buttons become numbers to type."""

from dataclasses import dataclass

from bot.content import Block, Words
from bot.dialogue import Action, Reply

_BOLD, _PLAIN = "\033[1m", "\033[0m"


@dataclass(frozen=True)
class Screen:
    """The text to print, and what each number does; number 1 is the first action."""

    text: str
    actions: tuple[Action, ...]


def render(reply: Reply, *, colour: bool) -> Screen:
    """The reply for a terminal; `colour` allows escape codes for bold."""
    actions: list[Action] = []
    lines: list[str] = []
    for row in reply.buttons:
        cells = []
        for button in row:
            actions.append(button.action)
            cells.append(f"[{len(actions)}] {button.label}")
        lines.append("   ".join(cells))
    body = "\n\n".join(_paragraphs(reply.blocks, colour=colour))
    return Screen(f"{body}\n\n" + "\n".join(lines), tuple(actions))


def _paragraphs(blocks: tuple[Block, ...], *, colour: bool) -> list[str]:
    """Paragraphs apart, list items under each other."""
    paragraphs: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        text = "".join(
            _words(span, colour=colour) for span in block.spans if isinstance(span, Words)
        )
        if block.bullet and before and before.bullet:
            paragraphs[-1] += f"\n- {text}"
        else:
            paragraphs.append(f"- {text}" if block.bullet else text)
    return paragraphs


def _words(words: Words, *, colour: bool) -> str:
    return f"{_BOLD}{words.text}{_PLAIN}" if colour and words.bold else words.text
