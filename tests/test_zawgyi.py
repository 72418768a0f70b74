"""The same messages in Unicode and in Zawgyi are answered alike, the shortest nearly so."""

import re
from pathlib import Path

import pytest
from myanmar import converter

from bot.check.questions import read_questions

ROOT = Path(__file__).resolve().parents[1]
LETTERS = re.compile("[က-ဪဿ]")
# Letters of a message, by how many points fewer may be right in Zawgyi, and every how manieth of
# the messages of that length is asked.
LENGTHS = [(2, 4, 10, 1), (5, 8, 3, 2), (9, 9_999, 1, 6)]


@pytest.fixture(scope="module")
def messages(world):
    """Questions and known lines in Burmese letters, with the cards, danger or intent they mean."""
    library = world.library
    found = [
        (each.text, {*each.cards, each.danger, each.intent} - {None})
        for each in read_questions(ROOT, library).all
        if each.language == "my"
    ]
    for card in library.cards.values():
        found += [(line, {card.id}) for line in card.texts["my"].ask]
    for danger in library.dangers.values():
        found += [(line, {danger.kind}) for line in danger.texts["my"].say]
    for intent in library.intents.values():
        found += [(line, {intent.name}) for line in intent.texts["my"].ask]
    return [(text, meant) for text, meant in found if meant and not re.search("[a-zA-Zก-๛]", text)]


@pytest.mark.parametrize("length", LENGTHS)
def test_zawgyi_is_understood_like_unicode(world, messages, length):
    least, most, points, every = length
    asked = [each for each in messages if least <= len(LETTERS.findall(each[0])) <= most][::every]
    assert len(asked) >= 30

    def understood(text, meant):
        decision = world.engine.search(text, "my")
        return bool(meant & {decision.hits[0].card, decision.danger, decision.intent})

    unicode = sum(understood(text, meant) for text, meant in asked)
    zawgyi = sum(
        understood(converter.convert(text, "unicode", "zawgyi"), meant) for text, meant in asked
    )
    assert unicode >= 0.8 * len(asked)
    assert zawgyi >= unicode - points / 100 * len(asked), (zawgyi, unicode, len(asked))
