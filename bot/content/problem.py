"""A fault of a content file, as a value."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong in a content file, where, and one way to mend it; lines and columns from 1."""

    path: PurePosixPath
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{hint} [{self.rule}]"
