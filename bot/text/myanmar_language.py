"""Which language and encoding the Myanmar letters of a text are in."""

from dataclasses import dataclass
from typing import Final

from bot.text.myanmar_shapes import (
    BURMESE,
    MON,
    PAO,
    PWO_KAREN,
    SGAW_KAREN,
    SHAN,
    UNICODE,
    ZAWGYI,
    Shape,
)

_OTHERS: Final = {"shn": SHAN, "ksw": SGAW_KAREN, "mnw": MON, "pwo": PWO_KAREN, "blk": PAO}
# So much of a language must be seen, and so much of it beside what every language writes: one loan
# word with a strange ending does not make a long Burmese message Mon.
_ENOUGH: Final = 2
_ONE_IN: Final = 12
_NOTHING_TELLS: Final = "nothing tells the languages in Myanmar letters apart, and most are Burmese"


@dataclass(frozen=True)
class Seen:
    """How much a table of shapes finds in a text, and what tells most of it."""

    score: int
    what: str


@dataclass(frozen=True)
class MyanmarText:
    """`code` is shn, ksw, pwo, mnw, blk or my; `because` tells why, in plain words."""

    code: str
    zawgyi: Seen
    unicode: Seen
    because: str

    @property
    def is_zawgyi(self) -> bool:
        """Whether it is Burmese whose shapes are those of Zawgyi."""
        return self.code == "my" and self.zawgyi.score > self.unicode.score


def myanmar_text(text: str) -> MyanmarText:
    """What the shapes of a text with Myanmar letters tell; Burmese when they tell nothing."""
    zawgyi, unicode = _seen(ZAWGYI, text), _seen(UNICODE, text)
    others = {code: _seen(shapes, text) for code, shapes in _OTHERS.items()}
    code, other = max(others.items(), key=lambda each: each[1].score)
    if zawgyi.score > unicode.score + other.score:
        return MyanmarText("my", zawgyi, unicode, f"it has {zawgyi.what}, as Zawgyi writes it")
    burmese = _seen(BURMESE, text)
    if other.score >= max(_ENOUGH, zawgyi.score, unicode.score // _ONE_IN, burmese.score):
        return MyanmarText(code, zawgyi, unicode, f"it has {other.what}")
    if burmese.score:
        return MyanmarText("my", zawgyi, unicode, f"it has {burmese.what}")
    return MyanmarText("my", zawgyi, unicode, _NOTHING_TELLS)


def _seen(shapes: tuple[Shape, ...], text: str) -> Seen:
    score, most, what = 0, 0, ""
    for shape in shapes:
        told = shape.weight * len(shape.pattern.findall(text))
        score += told
        if told > most:
            most, what = told, shape.what
    return Seen(score, what)
