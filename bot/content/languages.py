"""The list of languages, and the blocks and names in other files that speak of it."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from pydantic import BaseModel

from bot.content.problem import Problem
from bot.content.reader import Reader
from bot.content.shapes import TEXTS, LanguageShape
from bot.content.source import Path, Source
from bot.content.suggestion import did_you_mean
from bot.language import Language, Languages

_FILE: Final = PurePosixPath("content/languages.yaml")
_SOURCE: Final = "en"
_ANY_LENGTH: Final = 1_000_000


def read_languages(reader: Reader) -> Languages:
    """The languages of languages.yaml; where it is broken, also those that cards are written in.

    So one fault in the list does not make every text of a language a fault.
    """
    problems = len(reader.problems)
    items = reader.items(_FILE, LanguageShape, "language")
    codes: dict[str, Language] = {}
    for number, shape in items:
        if shape.code in codes:
            said = f"The language `{shape.code}` stands twice."
            problem = reader.sources[_FILE].problem
            reader.problems.append(problem((number, "code"), "twice", said, "Keep one of them."))
        codes.setdefault(shape.code, _language(shape))
    for number, shape in items:
        for place, code in enumerate(shape.fallback):
            if code not in codes and not reader.unsound.may_be("language", code):
                said, hint = f"There is no language `{code}`.", did_you_mean(code, codes)
                problem = reader.sources[_FILE].problem
                at = (number, "fallback", place)
                reader.problems.append(problem(at, "unknown", said, hint))
    if len(reader.problems) > problems:
        for code in _written_in(reader):
            codes.setdefault(code, Language(code, code, _SOURCE, screen=_ANY_LENGTH))
        return Languages(tuple(sorted(codes.values(), key=lambda each: each.code != _SOURCE)))
    return Languages(tuple(codes.values()))


def unknown_languages(
    reader: Reader, path: PurePosixPath, at: Path, codes: Iterable[str], languages: Languages
) -> Iterator[Problem]:
    """A problem for each of the `codes` under `at` that is no language."""
    for code in codes:
        if code not in languages:
            yield _no_language(reader.sources[path], (*at, code))


def gather_texts(
    source: Source, shape: type[BaseModel], languages: Languages
) -> tuple[Source, list[Problem]]:
    """The source with its blocks of languages moved under `texts`, their places with them."""
    if TEXTS not in shape.model_fields or not isinstance(source.tree, dict):
        return source, []
    texts, rest, problems = {}, {}, []
    for name, tree in source.tree.items():
        if name in languages:
            texts[name] = tree
        elif name == TEXTS:
            said, hint = f"`{name}` is not known here.", "Each language has a block of its own."
            place = source.place_of_name((name,))
            problems.append(source.problem_at(place, "unknown-name", said, hint))
        elif isinstance(tree, dict) and name not in shape.model_fields:
            problems.append(_no_language(source, (name,)))
        else:
            rest[name] = tree

    def moved(path: Path) -> Path:
        return (TEXTS, *path) if path and path[0] in texts else path

    places = {moved(path): mark for path, mark in source.places.items()}
    names = {moved(path): mark for path, mark in source.names.items()}
    return Source(source.path, {**rest, TEXTS: texts}, places, names, source.text), problems


def _language(shape: LanguageShape) -> Language:
    return Language(
        code=shape.code,
        name=shape.name,
        locale=shape.locale,
        fallback=tuple(shape.fallback),
        complete=shape.complete,
        screen=shape.screen,
        choose=shape.choose,
    )


def _written_in(reader: Reader) -> list[str]:
    codes = {path.stem for path in reader.files("content/cards", "*/*/*.yaml")}
    return sorted({_SOURCE, *codes} - {"card"})


def _no_language(source: Source, path: Path) -> Problem:
    said = f"`{path[-1]}` is no language of languages.yaml."
    hint = "Write another, or add the language there."
    return source.problem_at(source.place_of_name(path), "language", said, hint)
