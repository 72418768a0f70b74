"""A tree of texts against a shape: the validated shape, or every fault in a volunteer's words."""

from difflib import get_close_matches
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.problem import Problem
from bot.content.yamltext import Path, Source, Tree

Shape = TypeVar("Shape", bound=BaseModel)

_KINDS: Final[dict[type, str]] = {
    str: "a text",
    list: "a list",
    dict: "a block of names and values",
}


def validate(
    source: Source, shape: type[Shape], tree: Tree, at: Path = ()
) -> Shape | list[Problem]:
    """The tree as `shape`, or its problems; `at` is where the tree stands in the source."""
    try:
        return shape.model_validate(tree)
    except ValidationError as error:
        # A line that may be left out is a union with None, which pydantic then complains about too.
        told = [each for each in error.errors() if each["type"] != "none_required"]
        return [_problem(source, shape, at, details) for details in told]


def _problem(source: Source, shape: type[BaseModel], at: Path, error: ErrorDetails) -> Problem:
    path = (*at, *(part for part in error["loc"] if part != "[key]"))
    name = str(path[-1]) if path else "file"
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "missing":
        said = f"The line `{name}:` is missing."
        return source.problem(path[:-1], "missing", said, "Add it; a similar file shows how.")
    if kind == "extra_forbidden":
        return source.problem(
            path, "unknown-name", f"`{name}` is not known here.", _did_you_mean(shape, name)
        )
    if given == "" and kind != "no_words":
        return source.problem(
            path, "no-value", f"`{name}` has no value.", "Write one, or delete the line."
        )
    if kind in {"string_type", "list_type", "dict_type", "model_type", "model_attributes_type"}:
        expected = {"string_type": "a text", "list_type": "a list"}.get(kind, _KINDS[dict])
        said = f"`{name}` is {_KINDS[type(given)]}; {expected} is expected."
        return source.problem(path, "kind", said, _how_to_write(kind, name))
    if kind == "literal_error":
        said = f"`{given}` is not one of: {context['expected'].replace(chr(39), '')}."
        return source.problem(path, "choice", said, "Write one of these words.")
    if kind == "string_pattern_mismatch":
        said = f"`{given}` is not written as expected here ({context['pattern']})."
        return source.problem(path, "spelling", said, "Look at a similar file.")
    if kind in {"too_short", "too_long"}:
        limit = context.get("min_length", context.get("max_length"))
        word = "at least" if kind == "too_short" else "at most"
        said = f"`{name}` has {context['actual_length']} items; {word} {limit} belong here."
        return source.problem(path, "length", said)
    if kind == "greater_than":
        return source.problem(path, "number", f"`{given}` has to be more than {context['gt']}.")
    return source.problem(path, kind.replace("_", "-"), error["msg"])


def _how_to_write(kind: str, name: str) -> str:
    if kind == "list_type":
        return "Put each item on a line of its own, after `- `."
    if kind == "string_type":
        return f"Write it behind the colon: `{name}: ...`; a text with a colon in it needs quotes."
    return "Write `name: value` on lines of their own, with two more spaces in front."


def _did_you_mean(shape: type[BaseModel], name: str) -> str:
    names = list(shape.model_fields)
    close = get_close_matches(name, names, 1)
    return f"Did you mean `{close[0]}`?" if close else f"Known here: {', '.join(names)}."
