"""The bot's own words, from `.po` files read at start: no compiled file, no build step."""

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
        return self._translations.gettext(message).format(**names)

    def plural(self, one: str, many: str, number: int, **names: object) -> str:
        """The message in the plural form for `number`, which is `{number}` in it."""
        return self._translations.ngettext(one, many, number).format(number=number, **names)


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
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise CatalogueError(f"{path}: this catalogue cannot be read ({error})") from error
    compiled.seek(0)
    return Catalogue(language, Translations(compiled))
