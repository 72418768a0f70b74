"""The conversation, on the real content."""

from dataclasses import replace
from datetime import date

import pytest

from bot.content import CardId, Words
from bot.dialogue import Action, Message, Start, Tap, turn
from bot.people import STRANGER, Hide, Person, SetLanguage

FAR_AHEAD = date(2040, 1, 1)


def one(event, person, world, today):
    [reply] = turn(event, person, world, today).replies
    text = "\n\n".join(
        "".join(span.text for span in block.spans if isinstance(span, Words))
        for block in reply.blocks
    )
    labels = [button.label for row in reply.buttons for button in row]
    verbs = [str(button.action) for row in reply.buttons for button in row]
    return text, labels, verbs, reply


def test_start_offers_every_complete_language_in_its_own_name(world, today):
    _, labels, verbs, _ = one(Start(), STRANGER, world, today)
    assert labels[1:] == ["English", "ไทย", "မြန်မာ"]
    assert verbs[1:] == ["language en", "language th", "language my"]


def test_choosing_a_language_is_remembered_and_answered_in_it(world, today):
    result = turn(Tap(Action("language", "th")), STRANGER, world, today)
    assert result.changes == (SetLanguage("th"),)
    assert "พิมพ์คำถาม" in result.replies[0].blocks[0].spans[0].text


def test_a_language_that_is_not_complete_cannot_be_chosen(world, today):
    assert turn(Tap(Action("language", "km")), STRANGER, world, today).changes == ()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("boss not pay me 2 month", "Wages not paid"),
        ("စာရွက်စာတမ်း", None),
    ],
)
def test_a_question_in_known_words_opens_its_card(world, today, text, heading):
    shown, *_ = one(Message(text), STRANGER, world, today)
    assert heading is None or heading in shown


@pytest.mark.parametrize("code", ["th", "my"])
def test_the_first_guess_of_a_language_is_the_script_of_the_message(world, today, code):
    card = world.library.cards[CardId("permits/unpaid-wages")]
    shown, *_ = one(Message(card.texts[code].ask[0]), STRANGER, world, today)
    assert card.texts[code].title in shown


def test_the_chosen_language_wins_and_the_written_one_is_offered(world, today):
    card = world.library.cards[CardId("permits/unpaid-wages")]
    shown, _, verbs, _ = one(Message(card.texts["th"].ask[0]), Person("en"), world, today)
    assert card.texts["en"].title in shown
    assert verbs[-1] == "language th"


def test_a_language_that_is_not_there_yet_is_answered_along_its_chain(world, today):
    shown, *_ = one(Message("ຂ້ອຍຢາກຮູ້ເລື່ອງນີ້"), STRANGER, world, today)
    assert "ฉัน" in shown or "คุณ" in shown


def test_the_tag_of_the_app_decides_between_latin_letters(world, today):
    shown, *_ = one(Message("qqqq zzzz xxxx", hint="my-MM"), STRANGER, world, today)
    assert "မသိပါဘူး" in shown


def test_what_nobody_knows_is_said_with_topics_and_people_to_ask(world, today):
    shown, _, verbs, _ = one(Message("qqqq zzzz xxxx"), Person("en"), world, today)
    assert shown.startswith("I do not know an answer to this.")
    assert verbs[0] == "danger-menu"
    assert "topic health" in verbs
    assert "card support/legal-help" in verbs


def test_none_of_these_is_an_honest_answer(world, today):
    shown, *_ = one(Tap(Action("none")), Person("en"), world, today)
    assert shown.startswith("I do not know")


def test_a_message_without_letters_is_asked_for_words(world, today):
    shown, _, verbs, _ = one(Message("…?!"), Person("en"), world, today)
    assert shown == "What would you like to know? Write it in a few words."
    assert verbs[0] == "danger-menu"


def test_triage_comes_before_the_text(world, today):
    card = world.library.cards[CardId("permits/kept-documents")]
    shown, labels, verbs, _ = one(Tap(Action("card", card.id)), Person("en"), world, today)
    assert card.texts["en"].summary in shown
    assert "card safe-migration/trafficking" in verbs
    assert f"read {card.id}" in verbs
    assert card.texts["en"].split["not-free"] in labels


def test_a_card_tells_where_it_comes_from_and_how_old_it_is(world, today):
    shown, _, verbs, _ = one(Tap(Action("card", "permits/need-one")), Person("en"), world, today)
    assert "Newest source: " in shown
    assert "sources permits/need-one" in verbs
    sources, *_ = one(Tap(Action("sources", "permits/need-one")), Person("en"), world, today)
    assert sources.startswith("Where this comes from")
    assert any(character.isdigit() for character in sources)


def test_a_draft_says_so_and_the_source_does_not(world, today):
    for language, notice in (("en", None), ("th", "ฉบับร่าง"), ("my", "မူကြမ်း")):
        shown, *_ = one(Tap(Action("card", "permits/need-one")), Person(language), world, today)
        assert ("✎" in shown) == (notice is not None)
        assert notice is None or notice in shown


def test_in_danger_the_draft_notice_stands_after_the_lines(world, today):
    shown, *_ = one(Tap(Action("danger", "life")), Person("th"), world, today)
    lines = world.library.dangers["life"].texts["th"].lines
    assert shown.index("✎") > shown.index(lines[-1][0].spans[-1].text)


def test_what_grants_something_disappears_when_it_is_too_old(world):
    card = next(
        card
        for card in world.library.cards.values()
        if not card.split
        and any(b.while_facts or b.slots for b in card.texts["en"].blocks)
        and any(world.library.facts[f].grants for f in card.facts)
    )
    later, *_ = one(Tap(Action("read", card.id)), Person("en"), world, FAR_AHEAD)
    assert "Some details are left out because they may have changed." in later


def test_hiding_is_a_change(world, today):
    assert turn(Tap(Action("hide")), Person("en"), world, today).changes == (Hide(),)


@pytest.mark.parametrize("verb", ["card", "read", "sources", "danger", "show", "topic", "private"])
def test_a_button_that_leads_nowhere_any_more_says_so_over_the_menu(world, today, verb):
    [reply] = turn(Tap(Action(verb, "gone/away")), Person("en"), world, today).replies
    [menu] = turn(Tap(Action("menu")), Person("en"), world, today).replies
    shown, *_ = one(Tap(Action(verb, "gone/away")), Person("en"), world, today)
    assert shown.startswith("This button is old")
    assert reply.buttons == menu.buttons


def test_the_same_turn_comes_from_the_same_arguments(world, today):
    event = Message("boss not pay me 2 month")
    assert turn(event, STRANGER, world, today) == turn(event, STRANGER, world, today)


def test_choosing_a_language_answers_the_message_again(world, today):
    tap = Tap(Action("language", "en"), about="boss not pay me 2 month")
    shown, *_ = one(tap, STRANGER, world, today)
    assert "Wages not paid" in shown


def test_every_button_of_every_screen_leads_somewhere(world, today):
    """Walk all that can be tapped, from the menu, in every language: always a way out."""
    for language in ("en", "th", "my"):
        seen, waiting = set(), [Action("menu")]
        while waiting:
            action = waiting.pop()
            if action in seen:
                continue
            seen.add(action)
            for reply in turn(Tap(action), Person(language), world, today).replies:
                tapped = [button.action for row in reply.buttons for button in row]
                assert {"menu", "languages", "language"} & {each.verb for each in tapped}, action
                waiting += tapped
        assert {f"card {card}" for card in world.library.cards} <= set(map(str, seen))


def test_learning_is_part_of_the_world_not_of_the_turn(world, today):
    learned = replace(world, learning=False)
    event = Tap(Action("menu"))
    assert turn(event, STRANGER, world, today) == turn(event, STRANGER, learned, today)
