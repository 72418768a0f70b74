"""Places: hotlines, organisations, clinics and offices that people can turn to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

from bot.content.fact import Citation
from bot.content.ids import LanguageCode, PlaceId
from bot.language import Phone

Kind = Literal["hotline", "organisation", "clinic", "office", "un", "embassy"]
TellsAuthorities = Literal["yes", "possible", "no", "unknown"]


@dataclass(frozen=True)
class Place:
    """One place. What is not known is None or empty, never guessed."""

    id: PlaceId
    path: PurePosixPath
    name: Mapping[LanguageCode, str]
    kind: Kind
    helps_with: tuple[str, ...]
    languages: tuple[LanguageCode, ...]
    languages_confirmed: bool
    phones: tuple[Phone, ...]
    papers: str
    tells_authorities: TellsAuthorities
    fears: tuple[str, ...]
    province: str
    as_of: date | None
    sources: tuple[Citation, ...]
