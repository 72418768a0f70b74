"""A tree of texts against a shape: the validated shape, or every fault in a volunteer's words."""

from typing import Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.problem import Problem
from bot.content.shapes import TEXTS
from bot.content.source import Path, Source, Tree
from bot.content.suggestion import did_you_mean

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
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    name = _called(path)
    if kind == "missing":
        said = f"The line `{path[-1]}:` is missing."
        return source.problem(path[:-1], "missing", said, "Add it; a similar file shows how.")
    if kind == "extra_forbidden":
        names = _names(shape, error["loc"])
        hint = did_you_mean(str(path[-1]), names, f"Known here: {', '.join(names)}.")
        return source.problem_at(
            source.place_of_name(path), "unknown-name", f"{name} is not known here.", hint
        )
    if kind == "no_words" or given == "":
        return _nothing(source, path, kind)
    if kind in {"string_type", "list_type", "dict_type", "model_type", "model_attributes_type"}:
        return _other_kind(source, path, kind, given)
    if kind == "literal_error":
        said = f"`{given}` is not one of: {context['expected'].replace(chr(39), '')}."
        return source.problem(path, "choice", said, "Write one of these words.")
    if kind == "too_short":
        return source.problem(path, "length", f"{name} is empty.", "Write at least one item.")
    if kind == "too_long":
        many, most = context["actual_length"], context["max_length"]
        said = f"{name} has {many} items; at most {most} belong here."
        return source.problem(path, "length", said)
    if kind == "greater_than":
        return source.problem(path, "number", f"`{given}` has to be more than {context['gt']}.")
    place = source.place_of_name(path) if "[key]" in error["loc"] else source.place(path)
    return source.problem_at(place, kind.replace("_", "-"), error["msg"])


def _nothing(source: Source, path: Path, kind: str) -> Problem:
    name = _called(path)
    if isinstance(path[-1], int):
        return source.problem(path, "no-value", f"{name} is empty.", "Write it, or delete it.")
    if kind == "no_words":
        said, hint = f"{name} has no words.", "Write some, or delete the line."
        return source.problem(path, "no-words", said, hint)
    said, hint = f"{name} has no value.", "Write one, or delete the line."
    return source.problem(path, "no-value", said, hint)


def _other_kind(source: Source, path: Path, kind: str, given: Tree) -> Problem:
    name, is_item = _called(path), not path or isinstance(path[-1], int)
    expected = {"string_type": "a text", "list_type": "a list"}.get(kind, _KINDS[dict])
    if kind == "string_type" and is_item and isinstance(given, dict):
        said, hint = f"{name} has a colon in it.", "Put quotes around the whole line."
    elif is_item and expected == _KINDS[dict]:
        said = f"{name} is {_KINDS[type(given)]}; names and values are expected."
        hint = "Write `name: value` on lines of their own."
    else:
        said = f"{name} is {_KINDS[type(given)]}; {expected} is expected."
        hint = _how_to_write(kind, path)
    return source.problem(path, "kind", said, hint)


def _how_to_write(kind: str, path: Path) -> str:
    if kind == "list_type":
        return "Put each item on a line of its own, after `- `."
    if kind != "string_type":
        return "Write `name: value` on lines of their own, with two more spaces in front."
    if isinstance(path[-1], int):
        return "Write it on one line, after `- `."
    return f"Write it behind the colon: `{path[-1]}: ...`; a text with a colon in it needs quotes."


def _called(path: Path) -> str:
    """What a volunteer calls the thing at `path`; items count from 1."""
    if not path:
        return "This file"
    if not isinstance(path[-1], int):
        return f"`{path[-1]}`"
    if len(path) == 1:
        return f"Entry {path[-1] + 1}"
    return f"Item {path[-1] + 1} of `{path[-2]}`"


def _names(shape: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The names that may stand where `loc` leads."""
    for part in loc[:-1]:
        inner = shape.model_fields.get(str(part))
        shape = _model_in(inner.annotation) or shape if inner else shape
    return [field.alias or name for name, field in shape.model_fields.items() if name != TEXTS]


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The shape inside `list[...]`, `dict[...]` or `... | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
