"""The measures of the architecture, on questions and decisions made by hand."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from bot.check.evaluation import Judged, Share, calibration, evaluate, report
from bot.check.questions import Question
from bot.content import CardId, DangerKind, IntentName
from bot.search import Decision, Hit

NOTHING = Question("?", "en", (), "plain", None, None, PurePosixPath("en.yaml"), 0)
RIGHT = "permits/wages"
WAGES = replace(NOTHING, cards=(RIGHT,))
GREETING = replace(NOTHING, intent="greeting")
LIFE = replace(NOTHING, danger="life")
SILENT = Decision("none", (), None, "", urgent=False, intent=None, language="en")


def decided(outcome, *cards: str, danger: str | None = None, intent: str | None = None) -> Decision:
    """A decision with these cards, best first; a danger is urgent."""
    return replace(
        SILENT,
        outcome=outcome,
        hits=tuple(Hit(CardId(card), 0.5) for card in cards),
        danger=DangerKind(danger) if danger else None,
        urgent=danger is not None,
        intent=IntentName(intent) if intent else None,
    )


def measured(name: str, *judged: tuple[Question, Decision]) -> tuple[int, int]:
    """Hits and count of one measure."""
    share = report([Judged(*each) for each in judged]).measures[name]
    return share.hits, share.count


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (1, 1, 0.2065, 1.0),
        (8, 10, 0.4902, 0.9433),
        (10, 10, 0.7225, 1.0),
        (50, 100, 0.4038, 0.5962),
        (95, 100, 0.8882, 0.9785),
    ],
)
def test_the_interval_is_wilsons(hits, count, low, high):
    """Known values, to four places."""
    assert Share(hits, count).interval == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_everything_may_be_true():
    assert (Share(0, 0).value, Share(0, 0).interval) == (0.0, (0.0, 1.0))


def test_a_share_is_shown_with_its_count_and_interval():
    assert str(Share(8, 10)) == " 80.0%     8/10    [49.0%, 94.3%]"
    assert str(Share(1000, 1000)) == "100.0%  1000/1000  [99.6%, 100.0%]"


# outcome, ranking; right first, right in three, useful, wrong, lost
DECISIONS = [
    ("answer", (RIGHT, "a/b"), (1, 1, 1, 0, 0)),
    ("answer", ("a/b", RIGHT), (0, 1, 0, 1, 0)),
    ("answer", ("a/b", "a/c", "a/d", RIGHT), (0, 0, 0, 1, 0)),
    ("choose", (RIGHT, "a/b"), (1, 1, 1, 0, 0)),
    ("choose", ("a/b", "a/c", RIGHT), (0, 1, 1, 0, 0)),
    ("choose", ("a/b", "a/c", "a/d", RIGHT), (0, 0, 0, 0, 0)),
    ("none", (RIGHT,), (1, 1, 0, 0, 1)),
    ("none", ("a/b", RIGHT), (0, 1, 0, 0, 1)),
    ("none", (), (0, 0, 0, 0, 1)),
]
OF_CARDS = ("right first", "right in three", "useful", "wrong", "lost")


@pytest.mark.parametrize(("outcome", "ranking", "expected"), DECISIONS)
def test_what_is_said_of_a_message_that_a_card_answers(outcome, ranking, expected):
    found = report([Judged(WAGES, decided(outcome, *ranking))]).measures
    assert tuple(found[name].hits for name in OF_CARDS) == expected
    assert all(found[name].count == 1 for name in OF_CARDS)


def test_any_of_several_right_cards_is_right():
    either = replace(WAGES, cards=(RIGHT, "permits/papers"))
    assert measured("right first", (either, decided("answer", "permits/papers"))) == (1, 1)
    assert measured("useful", (either, decided("answer", "permits/papers"))) == (1, 1)


@pytest.mark.parametrize("name", OF_CARDS)
def test_messages_without_a_card_are_not_counted_there(name):
    judged = [(question, decided("answer", "a/b")) for question in (NOTHING, GREETING, LIFE)]
    assert measured(name, *judged) == (0, 0)


def test_what_is_said_of_a_message_that_nothing_answers():
    answers = [(NOTHING, decided(outcome, "a/b")) for outcome in ("answer", "choose", "none")]
    assert measured("false answer", *answers) == (1, 3)
    assert measured("offered", *answers) == (1, 3)


@pytest.mark.parametrize("question", [WAGES, GREETING, LIFE])
def test_a_card_an_intent_or_a_danger_is_something(question):
    assert measured("false answer", (question, decided("answer", "a/b"))) == (0, 0)


def test_an_intent_is_recognised_by_its_name():
    assert measured(
        "intent",
        (GREETING, decided("none", intent="greeting")),
        (GREETING, decided("none", intent="thanks")),
        (GREETING, decided("answer", "a/b")),
        (WAGES, decided("none", intent="greeting")),
    ) == (1, 3)


def test_danger_is_recalled_when_it_is_urgent_and_known_when_its_kind_is():
    """Any alarm is recall; the right lines need the right kind."""
    judged = [
        (LIFE, decided("none", danger="life")),
        (LIFE, decided("answer", "a/b", danger="fire")),
        (LIFE, decided("none")),
        (LIFE, replace(decided("none", danger="life"), urgent=False)),
        (WAGES, decided("none", danger="life")),
    ]
    assert measured("danger recall", *judged) == (2, 4)
    assert measured("danger kind", *judged) == (2, 4)


def test_recall_is_told_per_kind():
    """Ninety-nine of a hundred together can hide sixty for one kind (protection.md B1)."""
    fire = replace(LIFE, danger="fire")
    judged = [(LIFE, decided("none", danger="life")), (fire, decided("none"))]
    assert measured("danger recall, life", *judged) == (1, 1)
    assert measured("danger recall, fire", *judged) == (0, 1)
    names = report([Judged(*each) for each in judged]).measures
    assert {name for name in names if name.startswith("danger recall, ")} == {
        *("danger recall, fire", "danger recall, life"),
        *("danger recall, plain", "danger recall, third person"),
    }


def test_recall_is_told_per_sort_of_message():
    """Slang and misspelt words are where danger is overlooked first."""
    slang = replace(LIFE, kind="slang")
    judged = [
        (LIFE, decided("none", danger="life")),
        (slang, decided("none", danger="fire")),
        (slang, decided("none")),
        (replace(WAGES, kind="slang"), decided("none", danger="life")),
    ]
    assert measured("danger recall, plain", *judged) == (1, 1)
    assert measured("danger recall, slang", *judged) == (1, 2)


def test_danger_of_a_third_person_is_told_apart():
    third = replace(LIFE, third=True)
    judged = [
        (third, decided("none", danger="life")),
        (third, decided("none")),
        (LIFE, decided("none")),
        (replace(WAGES, third=True), decided("none", danger="life")),
    ]
    assert measured("danger recall, third person", *judged) == (1, 2)


def test_an_alarm_for_what_is_past_is_told_apart():
    past = replace(NOTHING, past=True)
    judged = [
        (past, decided("none", danger="life")),
        (past, decided("none")),
        (NOTHING, decided("none", danger="life")),
        (replace(LIFE, past=True), decided("none", danger="life")),
    ]
    assert measured("false alarm, danger that is past", *judged) == (1, 2)


def test_usefulness_is_told_per_sort_of_message():
    slang = replace(WAGES, kind="slang")
    judged = [
        (WAGES, decided("answer", RIGHT)),
        (slang, decided("choose", "a/b", RIGHT)),
        (slang, decided("answer", "a/b", RIGHT)),
        (slang, decided("none", RIGHT)),
        (replace(NOTHING, kind="slang"), decided("choose", RIGHT)),
        (GREETING, decided("none", intent="greeting")),
    ]
    assert measured("useful, plain", *judged) == (1, 1)
    assert measured("useful, slang", *judged) == (1, 3)


def test_sorts_that_no_card_was_asked_in_are_not_listed():
    """A row of noughts would read like a failure."""
    others = [
        Judged(replace(question, kind="zawgyi"), decided("answer", RIGHT))
        for question in (NOTHING, GREETING, LIFE)
    ]
    names = report([Judged(WAGES, decided("none")), *others]).measures
    assert [name for name in names if name.startswith("useful")] == ["useful", "useful, plain"]


def sure(question: Question, score: float, card: str = RIGHT) -> Judged:
    """A message whose first card is as certain as that."""
    return Judged(question, replace(SILENT, hits=(Hit(CardId(card), score),)))


def rated(question: Question, score: float, right: int, wrong: int) -> list[Judged]:
    return [sure(question, score)] * right + [sure(question, score, "a/b")] * wrong


@pytest.mark.parametrize(
    ("judged", "error"),
    [
        ([], 0),
        (rated(WAGES, 1.0, 3, 0), 0),
        (rated(WAGES, 0.0, 0, 3), 0),
        (rated(WAGES, 0.75, 3, 1) + rated(WAGES, 0.25, 1, 3) + rated(WAGES, 1.0, 2, 0), 0),
        (rated(WAGES, 1.0, 0, 3), 1),
        (rated(WAGES, 0.0, 3, 0), 1),
        (rated(WAGES, 0.75, 0, 4), 0.75),
        (rated(WAGES, 0.75, 4, 0), 0.25),
        (rated(WAGES, 0.75, 0, 3) + rated(WAGES, 1.0, 1, 0), 0.5625),
    ],
)
def test_certainty_is_held_against_how_often_it_is_right(judged, error):
    """Nought when seven of ten are right at 0.7; one when what is sure is always wrong."""
    assert calibration(judged) == pytest.approx(error)


def test_too_sure_and_too_modest_make_up_for_each_other_in_one_bin_only():
    """The bins are a tenth wide: 0.72 and 0.78 share one, 0.68 and 0.72 do not."""
    within = rated(WAGES, 0.72, 1, 0) + rated(WAGES, 0.78, 0, 1)
    assert calibration(within) == pytest.approx(0.25)
    across = rated(WAGES, 0.68, 1, 0) + rated(WAGES, 0.72, 0, 1)
    assert calibration(across) == pytest.approx((0.32 + 0.72) / 2)
    last = rated(WAGES, 0.95, 1, 0) + rated(WAGES, 1.0, 0, 1)
    assert calibration(last) == pytest.approx(0.475)


def test_only_the_first_card_is_as_certain_as_that():
    second = Judged(WAGES, replace(SILENT, hits=(Hit(CardId("a/b"), 0.75), Hit(RIGHT, 0.75))))
    assert calibration([second]) == pytest.approx(0.75)


def test_where_no_card_answers_the_first_card_is_never_right():
    assert calibration([sure(NOTHING, 0.75)]) == pytest.approx(0.75)
    assert report([sure(NOTHING, 0.75), sure(WAGES, 1.0)]).calibration_error == (
        pytest.approx(0.375)
    )


def test_certainty_is_not_measured_by_what_is_no_matter_of_cards():
    """Neither intents nor bare dangers, nor decisions without any card."""
    others = [sure(GREETING, 0.9), sure(LIFE, 0.9), Judged(WAGES, SILENT), Judged(NOTHING, SILENT)]
    assert report(others).calibration_error == 0
    assert report([*others, sure(WAGES, 0.75)]).calibration_error == pytest.approx(0.25)


def test_an_alarm_without_danger_is_false():
    assert measured(
        "false alarm",
        (WAGES, decided("none", danger="life")),
        (NOTHING, decided("none", danger="life")),
        (GREETING, decided("none")),
        (LIFE, decided("none", danger="fire")),
    ) == (2, 3)


@pytest.mark.parametrize(
    ("question", "decision", "missed"),
    [
        (WAGES, decided("answer", RIGHT), False),
        (WAGES, decided("choose", "a/b", RIGHT), False),
        (WAGES, decided("answer", "a/b", RIGHT), True),
        (WAGES, decided("none", RIGHT), True),
        (WAGES, decided("answer", RIGHT, danger="life"), True),
        (NOTHING, decided("none", "a/b"), False),
        (NOTHING, decided("choose", "a/b"), False),
        (NOTHING, decided("answer", "a/b"), True),
        (GREETING, decided("none", intent="greeting"), False),
        (GREETING, decided("none", intent="thanks"), True),
        (LIFE, decided("none", danger="life"), False),
        (LIFE, decided("none", danger="fire"), True),
        (LIFE, decided("answer", RIGHT), True),
    ],
)
def test_what_went_wrong_is_listed(question, decision, missed):
    judged = Judged(question, decision)
    assert report([judged]).misses == ((judged,) if missed else ())


def test_every_question_is_asked_in_its_language():
    asked = [replace(NOTHING, text="a"), replace(NOTHING, text="b", language="th")]

    def decide(text: str, language: str | None) -> Decision:
        return replace(SILENT, danger_because=f"{text} {language}")

    judged = evaluate(asked, decide)
    assert [each.decision.danger_because for each in judged] == ["a en", "b th"]
    assert [each.question for each in judged] == asked
