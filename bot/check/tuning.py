"""What `sala tune` learns: the weights of the features, the certainty, the thresholds.

Learned on that half of the questions which no report counts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from bot.check.logit import Numbers, Rights, fit
from bot.check.questions import Question
from bot.content import Library
from bot.errors import SalaError
from bot.search import CHOICES, Engine
from bot.search.channels import KIND_FEATURES, LABEL_FEATURES
from bot.search.choice import shares
from bot.search.deck import ELSEWHERE
from bot.search.ranking import Ranking, of_cards, rank
from bot.search.weights import CERTAINTY_FEATURES, UNTAUGHT, Weights
from bot.text import readings

_DIGITS: Final = 3
# What a known line that is typed again weighs: enough to decide alone.
_SAME_LETTERS: Final = 5.0

# The decision may be wrong, or answer what nothing answers, this often; and offer this often.
_WRONG: Final = 0.03
_OFFERED: Final = 0.2
# So many of the messages in danger must be recognised: danger lines that somebody did not need
# cost less than danger that was not seen. By letters alone every fourth message would be an alarm
# at the same recall.
_RECALL: Final = 0.98
_RECALL_BY_LETTERS: Final = 0.965
_DANGER_AT_LEAST: Final = 0.05


class NothingToLearnError(SalaError):
    """There are no questions, cards or other lines to learn from; the text says what is missing."""


@dataclass(frozen=True)
class _Asked:
    """A question, its features of labels and kinds, and which rows are right."""

    question: Question
    labels: Numbers
    right: Rights
    kinds: Numbers
    kind: Rights


def tune(questions: Sequence[Question], engine: Engine, library: Library) -> Weights:
    """The numbers for the channels that `engine` has, learned from questions with letters."""
    _see_what_is_there(questions, engine)
    asked = [
        _asked(each, engine, library)
        for each in questions
        if any(reading.skeleton for reading in readings(each.text))
    ]
    if not asked:
        raise NothingToLearnError("There is no question with letters in tests/questions.")
    labels = fit([each.labels for each in asked], [each.right for each in asked])
    kinds = fit([each.kinds for each in asked], [each.kind for each in asked])
    labels = _rounded(_sure_of_known_lines(labels, LABEL_FEATURES))
    kinds = _rounded(_sure_of_known_lines(kinds, KIND_FEATURES))
    sure = _certainty(asked, labels, engine)
    learned = replace(UNTAUGHT, labels=labels, certainty=sure, kinds=kinds)
    ranked = [(each, rank(each.labels, engine.channels, learned)) for each in asked]
    answer_from = _answer_from(ranked)
    return replace(
        learned,
        answer_from=answer_from,
        choose_from=_choose_from(ranked, answer_from),
        danger_from=_danger_from(asked, kinds, _RECALL if engine.learned else _RECALL_BY_LETTERS),
    )


def _see_what_is_there(questions: Sequence[Question], engine: Engine) -> None:
    """Raises NothingToLearnError where features or right answers would be missing."""
    if not len(engine.channels.cards):
        raise NothingToLearnError("There is no card with `ask` lines in content/cards.")
    if ELSEWHERE not in engine.channels.labels.names:
        raise NothingToLearnError("There are no lines in content/elsewhere.")
    for each in questions:
        if each.danger and each.danger not in engine.channels.dangers:
            raise NothingToLearnError(
                f"content/dangers/{each.danger}.yaml has no `say` lines, but `{each.text}` in "
                f"{each.path} is of that kind."
            )


def _sure_of_known_lines(weights: Numbers, names: Sequence[str]) -> Numbers:
    """No question repeats a known line, so that nothing is learned of one; it decides alone."""
    return np.where([name == "same letters" for name in names], _SAME_LETTERS, weights)


def _asked(question: Question, engine: Engine, library: Library) -> _Asked:
    heard = engine.hear(question.text, question.language)
    names, dangers = engine.channels.labels.names, engine.channels.dangers
    right = np.zeros(len(names) + 1, dtype=np.bool_)
    for label in _right_labels(question, library):
        if label in names:
            right[names.index(label)] = True
    if not right.any():
        right[-1] = True
        right[names.index(ELSEWHERE)] = True
    kind = np.zeros(len(dangers) + 1, dtype=np.bool_)
    kind[dangers.index(question.danger) if question.danger else -1] = True
    return _Asked(question, heard.labels.astype(np.float64), right, heard.kinds, kind)


def _right_labels(question: Question, library: Library) -> Sequence[str]:
    if question.cards:
        return question.cards
    if question.intent:
        return (f"intent/{question.intent}",)
    if question.danger:
        card = next(d.card for d in library.dangers.values() if d.kind == question.danger)
        return (card or f"danger/{question.danger}",)
    return ()


def _certainty(asked: Sequence[_Asked], labels: Numbers, engine: Engine) -> Numbers:
    """The weights that make a probability of a share, from the first card of every question.

    Learned from the first three, the certainty of the first was further from being right.
    """
    columns = engine.channels.cards
    examples, right = [], []
    for each in asked:
        share, scores = shares(each.labels, labels)
        features = of_cards(share, scores, columns)
        first = int(share[columns].argmax())
        examples.append(np.stack([features[first], np.zeros(len(CERTAINTY_FEATURES))]))
        name = engine.channels.labels.names[columns[first]]
        is_right = name in each.question.cards
        right.append(np.array([is_right, not is_right]))
    return _rounded(fit(examples, right))


def _answer_from(ranked: Sequence[tuple[_Asked, Ranking]]) -> float:
    """The lowest threshold at which wrong and false answers are few enough."""
    answerable = sum(bool(each.question.cards) for each, _ in ranked)
    nothing = sum(_is_nothing(each.question) for each, _ in ranked)

    def good(threshold: float) -> bool:
        wrong = false = 0
        for each, ranking in ranked:
            card, sure = ranking.cards[0]
            if sure < threshold or card != ranking.first:
                continue
            wrong += bool(each.question.cards) and card not in each.question.cards
            false += _is_nothing(each.question)
        return wrong <= _WRONG * answerable and false <= _WRONG * nothing

    return _lowest(good, 1)


def _choose_from(ranked: Sequence[tuple[_Asked, Ranking]], answer_from: float) -> float:
    """The lowest threshold at which few enough are offered cards that do not answer them."""
    nothing = [ranking for each, ranking in ranked if _is_nothing(each.question)]

    def good(threshold: float) -> bool:
        weights = replace(UNTAUGHT, answer_from=answer_from, choose_from=threshold)
        offered = sum(ranking.outcome(weights) == "choose" for ranking in nothing)
        return offered <= _OFFERED * len(nothing)

    return _lowest(good, CHOICES)


def _danger_from(asked: Sequence[_Asked], kinds: Numbers, recall: float) -> float:
    """The highest threshold at which enough messages in danger are recognised."""
    parts = sorted(
        1 - float(shares(each.kinds, kinds)[0][-1]) for each in asked if each.question.danger
    )
    if not parts:
        return 0.5
    # One odd question among few must not make an alarm of every message.
    return max(
        _DANGER_AT_LEAST, float(np.floor(parts[int((1 - recall) * len(parts))] * 1000) / 1000)
    )


def _is_nothing(question: Question) -> bool:
    return not (question.cards or question.intent or question.danger)


def _lowest(good: Callable[[float], bool], highest: int) -> float:
    """The lowest good threshold up to the highest sum; else one that no sum reaches."""
    steps = range(5, 100 * highest + 1)
    return next((step / 100 for step in steps if good(step / 100)), highest + 0.01)


def _rounded(weights: Numbers) -> Numbers:
    # Machines differ in the last digits of vectors; more digits would only make noise in git.
    rounded: Numbers = np.round(weights, _DIGITS)
    return rounded
