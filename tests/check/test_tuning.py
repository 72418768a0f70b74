"""What `sala tune` learns, on a library made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from doubles import danger, embedder_of

from bot.check.questions import Question
from bot.check.tuning import NothingToLearnError, tune
from bot.content import Card, CardId, CardText, DangerKind, DangerText, IntentName, Library
from bot.content.card import Elsewhere, Intent, IntentText
from bot.content.ids import TopicId
from bot.language import Language, Languages
from bot.search import Decision, Engine, VectorCache, Weights
from bot.search.channels import KIND_FEATURES, LABEL_FEATURES
from bot.search.weights import UNTAUGHT, as_tree

SAYING = {
    "permits/wages": (
        *("my wages are not paid", "boss pays no wages", "unpaid wages for two months"),
        *("no wages for my work", "the employer owes me wages"),
    ),
    "permits/papers": (
        *("boss keeps my passport", "passport taken by the employer"),
        *("they hold my passport", "my papers are kept", "how do i get my passport back"),
    ),
    "health/doctor": (
        *("i am ill and need a doctor", "where is a hospital for migrants"),
        *("can i see a doctor without papers", "hospital is too dear", "sick and no insurance"),
    ),
}
GREETINGS = ("good morning", "hello friend", "good evening to you", "hello hello")
NEITHER = (
    *("where is the market", "who won the football", "what is the weather today"),
    *("i like to eat rice", "sing me a song", "how old is the king"),
)
IN_DANGER = {
    "beaten": ("the boss beats me", "he hits me with a stick", "they beat me at night"),
    "life": ("i bleed much", "he does not breathe", "there is blood everywhere"),
}
CALM = ("the wound is healed", "my heart beats fast when i see her")

ASKED = {
    "permits/wages": (
        *("wages not paid", "boss owes wages", "my employer pays nothing for work"),
        *("two months without wages", "wage unpaid", "boss does not want to pay my wages"),
    ),
    "permits/papers": (
        *("passport kept by boss", "employer took my passport", "boss hold my papers"),
        *("i want my passport back", "pasport taken", "they keep papers of mine"),
    ),
    "health/doctor": (
        *("need doctor", "is there a hospital", "i am sick", "ill without insurance"),
        *("doctor for migrants", "hospital costs too much"),
    ),
}
NOTHING = (
    *("market near the hospital", "my boss likes football", "is rice dear today"),
    *("weather for work", "passport photo of the king", "a song of a sick heart"),
    *("who is the owner of the market", "wages of football players", "eat well"),
    *("papers of today", "zzzz", "when does the market open"),
)
ALARMS = {
    "beaten": ("boss beat me", "he hit me again", "they beats my friend at night"),
    "life": ("he bleed", "she is not breathe", "blood everywhere help"),
}
HELLO = ("good morning friend", "hello", "good evening")
# What the embedder knows; the words of a row mean the same.
MEANINGS = (
    ("wage", "pay", "owe"),
    ("passport", "pasport", "papers"),
    ("doctor", "hospital", "sick", "ill"),
    ("boss", "employer"),
    ("market", "football", "weather", "rice", "song", "king"),
    ("beat", "hit"),
    ("bleed", "blood", "breathe"),
    ("good", "hello"),
)


def path(name: str) -> PurePosixPath:
    return PurePosixPath(f"content/{name}.yaml")


def card(name: str, ask: tuple[str, ...]) -> Card:
    """A card in English of which only its lines matter."""
    title, summary = f"{name.split('/')[1]} title", f"{name.split('/')[1]} summary"
    return Card(
        id=CardId(name),
        path=path(name),
        topic=TopicId(name.partition("/")[0]),
        urgent=False,
        quiet=False,
        dangers=(),
        split={},
        facts=(),
        facts_in_part=(),
        places=(),
        related=(),
        texts={"en": CardText(path(name), title, title, summary, {}, (), ask, "source")},
    )


def library() -> Library:
    """Three cards, a greeting, two kinds of danger and what nothing here answers."""
    greeting = Intent(
        name=IntentName("greeting"),
        path=path("greeting"),
        cards=(),
        danger_menu=False,
        texts={"en": IntentText((), GREETINGS, "source")},
    )
    return Library(
        languages=Languages((Language("en", "English", "en"),)),
        topics=(),
        cards={CardId(name): card(name, ask) for name, ask in SAYING.items()},
        dangers={
            DangerKind(kind): danger(kind, {"en": DangerText(kind, (), say, (), "source")})
            for kind, say in IN_DANGER.items()
        },
        danger_menu=(),
        intents={greeting.name: greeting},
        elsewhere={"en": Elsewhere(path("en"), NEITHER, {DangerKind("life"): CALM})},
        facts={},
        places={},
        values={},
    )


def question(text: str, **known) -> Question:
    blank = Question(text, "en", (), "plain", None, None, PurePosixPath("en.yaml"), 0)
    return replace(blank, **known)


QUESTIONS = (
    *(question(text, cards=(name,)) for name, texts in ASKED.items() for text in texts),
    *(question(text) for text in NOTHING),
    *(question(text, danger=kind) for kind, texts in ALARMS.items() for text in texts),
    *(question(text, intent="greeting") for text in HELLO),
)

embed = embedder_of(MEANINGS)


def engine(folder: Path | None = None, weights: Weights = UNTAUGHT) -> Engine:
    """The engine over the library; with vectors where there is a folder for their cache."""
    by_letters = Engine(library(), (weights, weights))
    return by_letters.with_vectors(embed, VectorCache(folder)) if folder else by_letters


@pytest.fixture(params=["letters", "with vectors"])
def folder(request, tmp_path) -> Path | None:
    """Each test by letters alone, and with the meaning channel."""
    return tmp_path if request.param == "with vectors" else None


def learn(folder: Path | None = None, questions: Sequence[Question] = QUESTIONS) -> Weights:
    return tune(questions, engine(folder), library())


def decided(
    folder: Path | None, weights: Weights, questions: Sequence[Question] = QUESTIONS
) -> list[tuple[Question, Decision]]:
    """What an engine with these numbers says of the questions."""
    taught = engine(folder, weights)
    return [(each, taught.search(each.text, each.language)) for each in questions]


def is_nothing(each: Question) -> bool:
    return not (each.cards or each.danger or each.intent)


def wrong_and_false(said: Sequence[tuple[Question, Decision]]) -> tuple[int, int]:
    """Answers with a wrong card, and answers to what nothing answers."""
    answered = [(each, said) for each, said in said if said.outcome == "answer"]
    wrong = [each for each, said in answered if each.cards and said.hits[0].card not in each.cards]
    return len(wrong), len([each for each, _ in answered if is_nothing(each)])


def offered(said: Sequence[tuple[Question, Decision]]) -> int:
    return sum(is_nothing(each) and decision.outcome == "choose" for each, decision in said)


def missed(said: Sequence[tuple[Question, Decision]]) -> int:
    return sum(bool(each.danger) and not decision.urgent for each, decision in said)


def test_the_same_questions_teach_the_same(folder):
    assert as_tree(learn(folder)) == as_tree(learn(folder))


def test_no_answer_is_wrong_or_false_more_often_than_was_promised(folder):
    """Three of a hundred; of so few questions that is none."""
    assert wrong_and_false(decided(folder, learn(folder))) == (0, 0)


def test_a_wrong_answer_counts_like_a_false_one(folder):
    """Where every message has a card, only answers with another one hold the threshold up."""
    misleading = [
        question(text, cards=("permits/wages",))
        for text in ("boss keeps our passport", "where is the hospital")
    ]
    asked = [*(each for each in QUESTIONS if each.cards), *misleading]
    learned = learn(folder, asked)
    assert wrong_and_false(decided(folder, learned, asked)) == (0, 0)
    below = replace(learned, answer_from=learned.answer_from - 0.01)
    assert wrong_and_false(decided(folder, below, asked))[0] > 0


def test_cards_are_offered_to_one_in_five_of_those_whom_none_answers(folder):
    assert offered(decided(folder, learn(folder))) <= len(NOTHING) / 5


def test_danger_is_recognised_as_often_as_was_promised(folder):
    """By letters 965 of a thousand, with vectors 980; of so few that is every one."""
    assert missed(decided(folder, learn(folder))) == 0


def test_the_threshold_of_answers_is_the_lowest_that_keeps_its_promise(folder):
    """One step below, somebody is answered wrongly."""
    learned = learn(folder)
    below = replace(learned, answer_from=learned.answer_from - 0.01)
    assert learned.answer_from > 0.05
    assert wrong_and_false(decided(folder, below)) != (0, 0)


def test_the_threshold_of_choices_is_the_lowest_that_keeps_its_promise():
    """One step below, too many are offered what does not answer them; by letters alone.

    What the embedder knows tells nothing and something so well apart that no threshold is needed.
    """
    learned = learn()
    below = replace(learned, choose_from=learned.choose_from - 0.01)
    assert learned.choose_from > 0.05
    assert offered(decided(None, below)) > len(NOTHING) / 5


def test_the_threshold_of_danger_is_the_highest_that_keeps_its_promise(folder):
    learned = learn(folder)
    above = replace(learned, danger_from=learned.danger_from + 0.001)
    assert missed(decided(folder, above)) == 1


def test_what_was_asked_is_mostly_answered_or_offered(folder):
    """The thresholds keep their promises and something is still said."""
    said = decided(folder, learn(folder))
    useful = [each for each, decision in said if each.cards and decision.hits[0].card in each.cards]
    assert len(useful) >= 15
    assert sum(decision.outcome == "answer" for each, decision in said if each.cards) > 0


def test_meaning_gets_weights_only_where_it_takes_part(tmp_path):
    """English is no weak language: what tells only of those learns nothing from it."""
    for folder in (None, tmp_path):
        learned = as_tree(learn(folder))
        of_labels, of_kinds = learned["labels"], learned["kinds"]
        meant = [
            *(of_labels[name] for name in ("few lines, meaning", "all lines, meaning")),
            *(of_kinds[name] for name in ("few lines, meaning", "all lines, meaning")),
        ]
        assert all(meant) if folder else not any(meant)
        assert of_labels["few lines, meaning in a weak language"] == 0


def test_numbers_have_three_places(folder):
    """More would differ between machines."""
    learned = learn(folder)
    for numbers in (learned.labels, learned.certainty, learned.kinds, [learned.danger_from]):
        assert [round(float(number), 3) for number in numbers] == list(numbers)


@pytest.mark.parametrize("text", ["?!", "", "🆘", "\u200b"])
def test_a_question_without_letters_teaches_nothing(text):
    assert as_tree(learn(questions=[*QUESTIONS, question(text)])) == as_tree(learn())


def test_the_same_letters_decide_alone_whatever_was_asked(folder):
    """Questions repeat no known line, so that their weight is not learned from them."""
    contrary = [question(SAYING["permits/wages"][0], cards=("permits/papers",))]
    for questions in (QUESTIONS, [*QUESTIONS, *contrary * 9]):
        learned = learn(folder, questions)
        assert learned.labels[LABEL_FEATURES.index("same letters")] == 5
        assert learned.kinds[KIND_FEATURES.index("same letters")] == 5


def test_a_known_line_that_is_typed_again_leads_to_its_card(folder):
    lines = [question(text, cards=(name,)) for name, texts in SAYING.items() for text in texts]
    for each, decision in decided(folder, learn(folder), lines):
        assert (decision.outcome, decision.hits[0].card) == ("answer", each.cards[0]), each.text


def test_a_known_line_of_danger_that_is_typed_again_is_recognised(folder):
    lines = [question(text, danger=kind) for kind, texts in IN_DANGER.items() for text in texts]
    for each, decision in decided(folder, learn(folder), lines):
        assert decision.danger == each.danger, each.text


@pytest.mark.parametrize(
    ("questions", "left_out", "said"),
    [
        ((), {}, "There is no question with letters in tests/questions."),
        (QUESTIONS, {"elsewhere": {}}, "There are no lines in content/elsewhere."),
        (QUESTIONS, {"cards": {}}, "There is no card with `ask` lines in content/cards."),
        (
            (question("fire!", danger="fire"),),
            {},
            "content/dangers/fire.yaml has no `say` lines, but `fire!` in en.yaml is of that kind.",
        ),
    ],
)
def test_what_is_missing_is_told(questions, left_out, said):
    known = replace(library(), **left_out)
    with pytest.raises(NothingToLearnError) as told:
        tune(questions, Engine(known, (UNTAUGHT, UNTAUGHT)), known)
    assert str(told.value) == said


def test_where_nothing_keeps_the_promise_nobody_is_offered_anything():
    """Known lines that are said to have no answer are as sure as can be, all three together."""
    wages = next(iter(SAYING.values()))
    nothing = [question(text) for text in wages]
    learned = learn(None, [*QUESTIONS, *nothing, *nothing])
    assert offered(decided(None, learned, nothing)) <= len(nothing) / 5


def test_one_odd_question_in_danger_does_not_make_an_alarm_of_every_message():
    odd = question(NOTHING[0], danger="life")
    asked = [each for each in QUESTIONS if not each.danger]
    assert learn(None, [*asked, *asked, odd]).danger_from >= 0.05


def test_without_questions_in_danger_half_of_the_whole_is_danger():
    calm = [each for each in QUESTIONS if not each.danger]
    assert learn(questions=calm).danger_from == 0.5
