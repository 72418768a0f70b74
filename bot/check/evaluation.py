"""How well Sala answers: the measures of the architecture, each with its count and interval."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.check.questions import Question
from bot.search import Decision

_Z: Final = 1.959964  # 95 %
_IN_THREE: Final = 3
_BINS: Final = 10


@dataclass(frozen=True)
class Share:
    """`hits` of `count`; the interval is Wilson's at 95 %."""

    hits: int
    count: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 when nothing was counted."""
        return self.hits / self.count if self.count else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds between which the true share lies in 95 of 100 samples."""
        if not self.count:
            return 0.0, 1.0
        n, p = self.count, self.value
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:6.1%}  {self.hits:4d}/{self.count:<4d}  [{low:.1%}, {high:.1%}]"


@dataclass(frozen=True)
class Judged:
    """A question and what was decided for it."""

    question: Question
    decision: Decision

    @property
    def right_first(self) -> bool:
        """The first card of the ranking is a right one, whatever the decision."""
        return self._right(1)

    @property
    def right_in_three(self) -> bool:
        """One of the first three cards is a right one, whatever the decision."""
        return self._right(_IN_THREE)

    @property
    def useful(self) -> bool:
        """Answered with a right card, or a right one is among the choices."""
        if self.decision.outcome == "choose":
            return any(card in self.question.cards for card in self.decision.choices)
        return self.decision.outcome == "answer" and self.right_first

    @property
    def wrong(self) -> bool:
        """Answered with a wrong card."""
        return self.decision.outcome == "answer" and not self.right_first

    def _right(self, first: int) -> bool:
        return any(hit.card in self.question.cards for hit in self.decision.hits[:first])


@dataclass(frozen=True)
class Report:
    """The measures of one set of questions by their names, and what went wrong."""

    measures: dict[str, Share]
    calibration_error: float
    """Between 0 and 1: how far, on average, certainty is from being right; see `calibration`."""
    misses: tuple[Judged, ...]


def evaluate(
    questions: Iterable[Question], decide: Callable[[str, str | None], Decision]
) -> tuple[Judged, ...]:
    """Every question with its decision, asked by a person who chose its language."""
    return tuple(Judged(each, decide(each.text, each.language)) for each in questions)


def report(judged: Sequence[Judged]) -> Report:
    """The measures over what was judged."""
    cards = [each for each in judged if each.question.cards]
    intents = [each for each in judged if each.question.intent]
    nothing = [
        each
        for each in judged
        if not each.question.cards and not each.question.intent and not each.question.danger
    ]
    danger = [each for each in judged if each.question.danger]
    calm = [each for each in judged if not each.question.danger]
    measures = {
        "right first": _share(cards, lambda each: each.right_first),
        "right in three": _share(cards, lambda each: each.right_in_three),
        "useful": _share(cards, lambda each: each.useful),
        "wrong": _share(cards, lambda each: each.wrong),
        "lost": _share(cards, lambda each: each.decision.outcome == "none"),
        "false answer": _share(nothing, lambda each: each.decision.outcome == "answer"),
        "offered": _share(nothing, lambda each: each.decision.outcome == "choose"),
        "intent": _share(intents, lambda each: each.decision.intent == each.question.intent),
        "danger recall": _share(danger, lambda each: each.decision.urgent),
        "danger kind": _share(danger, lambda each: each.decision.danger == each.question.danger),
        "false alarm": _share(calm, lambda each: each.decision.urgent),
        "danger recall, third person": _share(
            [each for each in danger if each.question.third], lambda each: each.decision.urgent
        ),
        "false alarm, danger that is past": _share(
            [each for each in calm if each.question.past], lambda each: each.decision.urgent
        ),
    }
    for sort in sorted({each.question.kind for each in cards}):
        of_sort = [each for each in cards if each.question.kind == sort]
        measures[f"useful, {sort}"] = _share(of_sort, lambda each: each.useful)
    for sort in sorted({each.question.kind for each in danger}):
        of_sort = [each for each in danger if each.question.kind == sort]
        measures[f"danger recall, {sort}"] = _share(of_sort, lambda each: each.decision.urgent)
    for kind in sorted({each.question.danger for each in danger if each.question.danger}):
        of_kind = [each for each in danger if each.question.danger == kind]
        measures[f"danger recall, {kind}"] = _share(of_kind, lambda each: each.decision.urgent)
    certain = [each for each in (*cards, *nothing) if each.decision.hits]
    return Report(measures, calibration(certain), tuple(filter(_missed, judged)))


def calibration(judged: Sequence[Judged]) -> float:
    """The expected calibration error of the first card's certainty, in ten bins of equal width.

    Of a message that no card answers the first card is never right.
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for each in judged:
        sure = each.decision.hits[0].score
        bins.setdefault(min(int(sure * _BINS), _BINS - 1), []).append((sure, each.right_first))
    apart = (
        abs(sum(sure for sure, _ in those) - sum(right for _, right in those))
        for those in bins.values()
    )
    return sum(apart) / len(judged) if judged else 0.0


def _missed(each: Judged) -> bool:
    question, decision = each.question, each.decision
    if question.danger:
        return decision.danger != question.danger
    if decision.urgent:
        return True
    if question.intent:
        return decision.intent != question.intent
    return not each.useful if question.cards else decision.outcome == "answer"


def _share(judged: Sequence[Judged], is_hit: Callable[[Judged], bool]) -> Share:
    return Share(sum(map(is_hit, judged)), len(judged))
