"""All that a turn may look at, as one immutable value that is swapped as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.content import Block, Filled, Library, fill
from bot.language import Catalogue, Language
from bot.search import Engine


@dataclass(frozen=True)
class World:
    """Library, engine and catalogues. `learning` while the meaning channel is still to come."""

    library: Library
    engine: Engine
    catalogues: Mapping[str, Catalogue]
    learning: bool = False


@dataclass(frozen=True)
class Voice:
    """The world as one reader meets it: in one language, on one day."""

    world: World
    language: Language
    today: date

    @classmethod
    def of(cls, world: World, code: str | None, today: date) -> "Voice":
        """The voice for a reader of `code`, in the nearest language that is complete."""
        languages = world.library.languages
        return cls(world, languages[languages.supported(code)], today)

    @property
    def library(self) -> Library:
        """The library of the world."""
        return self.world.library

    @property
    def catalogue(self) -> Catalogue:
        """The interface in this language."""
        return self.world.catalogues[self.language.code]

    def say(self, message: str, **names: object) -> str:
        """A message of the interface, `{names}` filled in."""
        return self.catalogue.say(message, **names)

    def pick(self, texts: Mapping[str, str]) -> str:
        """The text of the first language of the reader's chain that has one."""
        return texts[self.code_in(texts)]

    def code_in(self, texts: Mapping[str, object]) -> str:
        """The first code of the reader's chain for which there is a text."""
        chain = self.library.languages.chain(self.language.code)
        return next((code for code in chain if code in texts), next(iter(texts)))

    def fill(self, blocks: tuple[Block, ...]) -> Filled:
        """The blocks with their values, without what is too old."""
        return fill(self.library, blocks, self.language, self.catalogue, self.today)
