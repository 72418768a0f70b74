"""A table for str.translate that fills itself."""

from collections.abc import Callable, Mapping
from typing import Final

_LAST_IN_COMMON_USE: Final = 0xFFFF


class Table(dict[int, str]):
    """What stands for each sign: as given, else what a function tells the first time."""

    def __init__(self, given: Mapping[str, str], otherwise: Callable[[str], str]) -> None:
        super().__init__({ord(sign): form for sign, form in given.items()})
        self._otherwise = otherwise

    def __missing__(self, point: int) -> str:
        form = self._otherwise(chr(point))
        # Nobody may fill the memory with signs that no message has.
        if point <= _LAST_IN_COMMON_USE:
            self[point] = form
        return form
