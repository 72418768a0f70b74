"""Every passage that readers see, with the place where a volunteer finds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.content import Block, Content, Words, parse
from bot.content.source import Path


@dataclass(frozen=True)
class Passage:
    """A text as read: its file, where in it, its language and its blocks."""

    path: PurePosixPath
    at: Path
    language: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """The typed words, each block on lines of its own; a space stands for what is inserted."""
        return "\n".join(
            "".join(span.text if isinstance(span, Words) else " " for span in block.spans)
            for block in self.blocks
        )


def passages(content: Content) -> Iterator[Passage]:
    """Titles, summaries, texts and buttons of cards, all of dangers, texts of intents."""
    for card in content.library.cards.values():
        for language, text in card.texts.items():
            yield Passage(text.path, ("title",), language, parse(text.title))
            yield Passage(text.path, ("summary",), language, parse(text.summary))
            if card.quiet:
                yield Passage(text.path, ("quiet_title",), language, parse(text.quiet_title))
            yield Passage(text.path, ("text",), language, text.blocks)
            for key, button in text.split.items():
                yield Passage(text.path, ("split", key), language, parse(button))
    for danger in content.library.dangers.values():
        for language, said in danger.texts.items():
            yield Passage(danger.path, ("texts", language, "label"), language, parse(said.label))
            for number, line in enumerate(said.lines):
                yield Passage(danger.path, ("texts", language, "lines", number), language, line)
    for intent in content.library.intents.values():
        for language, answer in intent.texts.items():
            yield Passage(intent.path, ("texts", language, "text"), language, answer.blocks)
