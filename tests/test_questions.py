"""What `sala evaluate` measures stays above its floors; run with and without vectors."""

from pathlib import Path

import pytest

from bot.check.evaluation import evaluate, report
from bot.check.floors import below, read_floors
from bot.check.questions import read_questions

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "th", "my")


@pytest.fixture(scope="module")
def questions(world):
    return read_questions(ROOT, world.library).all


def reported(questions, language):
    """The half that `sala tune` has not seen."""
    return [each for each in questions if each.language == language and not each.is_for_tuning]


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_letters_alone(world, questions, language):
    found = report(evaluate(reported(questions, language), world.engine.search))
    assert list(below(read_floors(ROOT), language, found, learned=False)) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_with_vectors(learned_engine, questions, language):
    found = report(evaluate(reported(questions, language), learned_engine.search))
    assert list(below(read_floors(ROOT), language, found, learned=True)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_questions_of_every_sort(world, questions, language):
    """At least 130, a third misspelt or colloquial, a quarter unanswerable, three per danger."""
    asked = [each for each in questions if each.language == language]
    loose = [q for q in asked if q.kind in {"misspelt", "slang", "mixed", "romanised"}]
    nothing = [q for q in asked if not (q.cards or q.danger or q.intent)]
    assert len(asked) >= 130
    assert len(loose) * 3 >= len(asked)
    assert len(nothing) * 4 >= len(asked)
    for kind in world.library.dangers:
        assert sum(q.danger == kind for q in asked) >= 3, kind


def test_the_halves_do_not_meet(questions):
    """What is tuned on is never what is reported: the hash of the text alone decides."""
    learned = {each.text for each in questions if each.is_for_tuning}
    counted = {each.text for each in questions if not each.is_for_tuning}
    assert not learned & counted
    assert 0.45 < len(learned) / len(learned | counted) < 0.55
