"""Floors under the measures: what was once measured is not lost unseen."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from bot.check.evaluation import Report, Share
from bot.content.yamltext import read_yaml
from bot.errors import ContentError

Floors = dict[str, dict[str, dict[str, Decimal]]]
"""Channels (`letters`, `with vectors`) -> language -> measure -> percent."""
_FLOORS = TypeAdapter(Floors)
_LESS_IS_BETTER = frozenset({"wrong", "lost", "false answer", "offered", "false alarm"})


def read_floors(root: Path) -> Floors:
    """The floors of tests/questions/floors.yaml. Raises ContentError when it is no such file."""
    path = root / "tests/questions/floors.yaml"
    source, problems = read_yaml(PurePosixPath("tests/questions/floors.yaml"), path.read_bytes())
    if source is None or problems or not isinstance(source.tree, dict):
        raise ContentError(
            "\n".join(map(str, problems)) or f"{path} is no block of names and values."
        )
    try:
        return _FLOORS.validate_python(source.tree)
    except ValidationError as error:
        at = ", ".join(map(str, error.errors()[0]["loc"]))
        raise ContentError(f"{path}: {at} is no number of percent.") from error


def below(floors: Floors, language: str, found: Report, *, learned: bool) -> Iterator[str]:
    """A sentence for each measure worse than its floor (for faults: above its ceiling)."""
    for name, bound in floors["with vectors" if learned else "letters"].get(language, {}).items():
        share = found.measures.get(name, Share(0, 0))
        percent = share.value * 100
        worse = percent > bound if name in _LESS_IS_BETTER else percent < bound
        if worse:
            yield f"{name} is {percent:.1f} % ({share.hits}/{share.count}), the floor is {bound} %"
