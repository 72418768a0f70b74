"""The bot's own words, from `.po` files read at start: no compiled file, no build step."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations

from bot.errors import CatalogueError


class Catalogue:
    """The interface in one language; a missing message is shown in English, its own msgid."""

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self._translations = translations

    def say(self, message: str, **names: object) -> str:
        """The message with `{names}` filled in."""
        return _filled(self._translations.gettext(message), message, names)

    def plural(self, one: str, many: str, number: int, **names: object) -> str:
        """The message in the plural form for `number`, which is `{number}` in it."""
        text = self._translations.ngettext(one, many, number)
        return _filled(text, one if number == 1 else many, {"number": number, **names})


def read_catalogue(folder: Path, language: str, locale: str) -> Catalogue:
    """The catalogue of `folder/<language>/LC_MESSAGES/bot.po`; empty when there is none.

    Raises CatalogueError with file and reason when the file is there but broken.
    """
    path = folder / language / "LC_MESSAGES" / "bot.po"
    if not path.exists():
        return Catalogue(language, NullTranslations())
    compiled = BytesIO()
    try:
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=locale, abort_invalid=True))
        compiled.seek(0)
        return Catalogue(language, Translations(compiled))
    except (PoFileError, LookupError, ValueError) as error:
        raise CatalogueError(f"{path}: this catalogue cannot be read ({error})") from error


def _filled(text: str, source: str, names: Mapping[str, object]) -> str:
    """The text with its names; the source where a translation has names that nobody gives."""
    try:
        return text.format(**names)
    except (LookupError, ValueError):
        return source.format(**names)
