"""The engine on the real content, by letters; with vectors where marked slow."""

import pytest

from bot.search import Engine

# A line can hold the signs of two kinds; by letters alone the other one may win.
MISTAKEN_KINDS = 12
# Every fourth line: all of them take two minutes and told nothing more.
EVERY = 4


@pytest.fixture(scope="module")
def engine(world) -> Engine:
    return world.engine


def test_a_known_line_is_answered_with_its_card(world, engine):
    """Typed exactly as a volunteer wrote it, every ask line finds its own card first."""
    for card in world.library.cards.values():
        for language, text in card.texts.items():
            for line in text.ask[::EVERY]:
                decision = engine.search(line, language)
                assert decision.hits[0].card == card.id, line


def test_a_known_line_in_danger_is_recognised(world, engine):
    """Every `say` line is recognised, nearly always as its own kind or as one that beats it."""
    others = []
    for danger in world.library.dangers.values():
        for language, text in danger.texts.items():
            for line in text.say[::EVERY]:
                found = engine.search(line, language).danger
                assert found is not None, line
                if found != danger.kind and danger.kind not in world.library.dangers[found].beats:
                    others.append((line, found))
    assert len(others) <= MISTAKEN_KINDS, others


def test_a_known_line_of_an_intent_is_recognised(world, engine):
    for intent in world.library.intents.values():
        for language, text in intent.texts.items():
            for line in text.ask:
                decision = engine.search(line, language)
                assert decision.intent == intent.name or decision.danger, line


@pytest.mark.parametrize("text", ["", " ", "?!…", "🆘🆘", "\0", "\u200b"])
def test_without_letters_there_is_nothing_to_decide(engine, text):
    decision = engine.search(text)
    assert (decision.outcome, decision.hits, decision.intent) == ("none", (), None)


def test_zawgyi_is_read_like_unicode(engine):
    """The same sentence in both encodings gets the same answer."""
    unicode, zawgyi = "သူဌေးက လစာမပေးဘူး", "သူေဌးက လစာမေပးဘူး"
    assert engine.search(zawgyi).hits[0].card == engine.search(unicode).hits[0].card


def test_tone_marks_and_diacritics_may_be_missing(world, engine):
    card = world.library.cards["permits/unpaid-wages"]
    line = card.texts["th"].ask[0]
    bare = "".join(sign for sign in line if sign not in "่้๊๋์็")
    assert engine.search(bare, "th").hits[0].card == card.id


def test_the_same_message_gets_the_same_decision(engine):
    assert engine.search("my boss keep my pasport") == engine.search("my boss keep my pasport")


@pytest.mark.slow
def test_meaning_finds_what_letters_do_not(learned_engine):
    text = "we did not receive our money for march and april"
    assert learned_engine.search(text, "en").hits[0].card == "permits/unpaid-wages"


@pytest.mark.slow
def test_meaning_speaks_across_languages(learned_engine):
    """A language that no card is written in yet finds the card by its meaning."""
    assert learned_engine.search("ông chủ giữ hộ chiếu của tôi").hits[0].card == (
        "permits/kept-documents"
    )
