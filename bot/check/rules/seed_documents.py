"""Every statement of a seed document says from which paragraphs it comes; none is lost.

PASS: document: iom-mae-luang, paragraphs: 19-21
FAIL: document: iom, paragraphs: 19-21   (no such document in seeds/documents.yaml)
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.content import Problem
from bot.content.seeds import paragraphs

if TYPE_CHECKING:
    from bot.check.run import Read

_LIST = PurePosixPath("seeds/documents.yaml")


def problems(read: "Read") -> Iterator[Problem]:
    """A statement without its document, a name twice, paragraphs that nothing accounts for."""
    seeds = read.seeds
    known = {document.id for document in seeds.documents}
    told: dict[str, set[int]] = {name: set() for name in known}
    first: dict[str, PurePosixPath] = {}
    for statement, path, number in seeds.statements:
        source = seeds.sources[path]
        if statement.document not in known:
            if seeds.unsound.may_be("document", statement.document):
                continue
            said = f"There is no document `{statement.document}` in {_LIST}."
            yield source.problem((number, "document"), "seed-documents", said, "Look at its `id:`.")
            continue
        told[statement.document] |= paragraphs(statement.paragraphs)
        if first.setdefault(statement.id, path) != path or _twice(read, statement.id):
            said = f"The statement `{statement.id}` stands twice."
            yield source.problem((number, "id"), "seed-documents", said, "Give each its own name.")
    for number, document in enumerate(seeds.documents):
        left = {each for part in document.left_out for each in paragraphs(part.paragraphs)}
        seen = told[document.id] | left
        lost = sorted(set(range(1, max(seen, default=0) + 1)) - seen)
        if lost and "statement" not in seeds.unsound.kinds:
            said = f"Nothing is said of paragraph {lost[0]} of `{document.id}`."
            hint = "Distil it, or name it under `left_out:` with a reason."
            yield seeds.sources[_LIST].problem((number,), "seed-documents", said, hint)


def _twice(read: "Read", name: str) -> bool:
    return sum(statement.id == name for statement, _, _ in read.seeds.statements) > 1
