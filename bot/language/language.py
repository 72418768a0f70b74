"""The languages of this Sala, in the order of content/languages.yaml."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language: `code` as Telegram sends it, `locale` as Babel knows it."""

    code: str
    name: str
    locale: str
    fallback: tuple[str, ...] = ()
    complete: bool = False
    screen: int = 700
    """Characters that fit one phone screen."""
    choose: str = ""
    """"Choose a language", written in this language: the button that a stranger can read."""


class Languages:
    """All languages by code; the first one is the source of the translations."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self._by_code = {language.code: language for language in languages}
        self.source = languages[0].code

    def __iter__(self) -> Iterator[Language]:
        return iter(self._by_code.values())

    def __getitem__(self, code: str) -> Language:
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @property
    def complete(self) -> tuple[str, ...]:
        """Codes of the languages in which everything exists."""
        return tuple(language.code for language in self if language.complete)

    def chain(self, code: str | None) -> tuple[str, ...]:
        """The codes to try for a reader of `code`, best first; always ends with the source."""
        wanted = (code, *self._by_code[code].fallback) if code in self._by_code and code else ()
        return tuple(dict.fromkeys((*wanted, self.source)))

    def supported(self, code: str | None) -> str:
        """The first complete language of the chain."""
        return next((each for each in self.chain(code) if each in self.complete), self.source)

    def negotiate(self, tag: str | None) -> str | None:
        """The code for an IETF tag such as `zh-hans`; None when the language is not listed."""
        code = (tag or "").split("-", 1)[0].lower()
        return code if code in self._by_code else None
