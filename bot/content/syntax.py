"""What stopped the YAML parser, in a volunteer's words."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from bot.content.problem import Problem
from bot.content.source import Mark

_HINTS: Final = {
    "mapping values are not allowed": "A text with a colon in it needs quotes around it.",
    "found character that cannot start any token": (
        "A text that starts with a sign such as @ % ` needs quotes around it."
    ),
    "exceeded maximum nesting depth": "There are far too many brackets inside each other.",
    "could not find expected ':'": "A line lacks its colon, or its spaces in front differ.",
    "did not find expected node content": "A bracket is opened and never closed.",
    "did not find expected key": "Lines of one block start at the same column.",
    "did not find expected '-' indicator": "Items of one list start at the same column.",
    "found unknown escape character": "Use single quotes, or write the backslash twice.",
    "did not find expected alphabetic": "A text that starts with * or & needs quotes around it.",
}


@dataclass(frozen=True)
class Stop:
    """libyaml's own words, where it stopped, and where the thing it was reading had begun."""

    said: str
    context: str
    place: Mark
    opened: Mark


def syntax_problem(path: PurePosixPath, text: str, stop: Stop) -> Problem:
    """The problem at the place that has to be mended: that of a quote is where it was opened."""
    place = stop.place
    if _sign(text, place) == "\t":
        said, hint = "There is a tab here.", "Use a space."
        return Problem(path, place.line, place.column, "tab", said, hint)
    opened = stop.opened
    if stop.said == "found unexpected end of stream" and "quoted" in stop.context:
        said, hint = "A quote opened here is never closed.", "Add the second quote."
        return Problem(path, opened.line, opened.column, "syntax", said, hint)
    if "flow" in stop.context and stop.said.startswith("did not find expected ','"):
        if place.line > opened.line or not _sign(text, place).strip():
            said, hint = "A bracket opened here is never closed.", "Add the second bracket."
            return Problem(path, opened.line, opened.column, "syntax", said, hint)
        said, hint = "A comma is missing here, or a bracket.", "Put quotes around texts with signs."
        return Problem(path, place.line, place.column, "syntax", said, hint)
    said = f"This cannot be read as YAML ({stop.said})."
    hint = next((hint for part, hint in _HINTS.items() if part in stop.said), "")
    return Problem(path, place.line, place.column, "syntax", said, hint)


def _sign(text: str, place: Mark) -> str:
    lines = text.split("\n")[place.line - 1 : place.line]
    return lines[0][place.column - 1 : place.column] if lines else ""
