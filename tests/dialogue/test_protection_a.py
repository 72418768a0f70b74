"""Rules A1 to A5, A8, A10 and A11 of protection.md, held by the real content and dialogue."""

import dataclasses
import re

import pytest

from bot.content import Words
from bot.dialogue import Action, Called, Message, Reply, Start, Tap, Unreadable, World, turn
from bot.people import STRANGER, Forget, Hide, Person

LANGUAGES = ("en", "th", "my")
SEEN_ON_A_LOCK_SCREEN = 60


def text_of(reply: Reply) -> str:
    return "\n".join(
        "".join(span.text for span in block.spans if isinstance(span, Words))
        for block in reply.blocks
    )


def actions(reply: Reply) -> list[Action]:
    return [button.action for row in reply.buttons for button in row]


def reply_to(event, person, world: World, today) -> Reply:
    [reply] = turn(event, person, world, today).replies
    return reply


def menus(world: World) -> list[Action]:
    return [Action("menu"), Action("none"), *(Action("topic", t.id) for t in world.library.topics)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a1_the_first_button_of_every_menu_is_danger_now(world, today, language):
    for menu in menus(world):
        assert actions(reply_to(Tap(menu), Person(language), world, today))[0].verb == "danger-menu"
    assert actions(reply_to(Start(), STRANGER, world, today))[0].verb == "danger-menu"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a1_danger_now_shows_at_most_eight_pictures(world, today, language):
    reply = reply_to(Tap(Action("danger-menu")), Person(language), world, today)
    choices = [button for row in reply.buttons for button in row if button.action.verb == "danger"]
    assert 1 <= len(choices) <= 8
    assert all(not button.label[0].isascii() and " " in button.label for button in choices)
    assert len({button.label[0] for button in choices}) == len(choices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a1_what_cannot_be_read_is_never_met_with_silence(world, today, language):
    reply = reply_to(Unreadable(), Person(language), world, today)
    assert len(reply.blocks) == 1
    assert actions(reply)[0] == Action("danger-menu")


def test_a1_every_picture_leads_to_lines_at_one_tap(world, today):
    for choice in world.library.danger_menu:
        reply = reply_to(Tap(Action("danger", choice.kinds[0])), STRANGER, world, today)
        assert reply.urgent
        assert len(reply.blocks) >= 2


POLICE_MAY_BE_THE_DANGER = ("arrested", "sent-back", "compound-inside")
THEY_TELL = {"th-1506", "th-1694", "th-1178", "th-1546"}


def test_a2_191_never_stands_where_police_may_be_the_danger(world):
    for kind in POLICE_MAY_BE_THE_DANGER:
        for text in world.library.dangers[kind].texts.values():
            assert not {"th-191"} & {slot for line in text.lines for b in line for slot in b.slots}


def test_a2_offices_that_tell_never_stand_in_danger_lines(world):
    for danger in world.library.dangers.values():
        for text in danger.texts.values():
            slots = {slot for line in text.lines for block in line for slot in block.slots}
            assert not slots & THEY_TELL, danger.kind


def test_a2_an_embassy_is_never_in_the_first_line(world):
    embassy = re.compile(r"embass|consul|สถานทูต|สถานกงสุล|သံရုံး|ကောင်စစ်", re.IGNORECASE)
    for danger in world.library.dangers.values():
        for text in danger.texts.values():
            first = "".join(
                span.text for b in text.lines[0] for span in b.spans if isinstance(span, Words)
            )
            assert not embassy.search(first), danger.kind


def test_a2_every_kind_has_two_or_three_lines_of_at_most_forty_words(world):
    for danger in world.library.dangers.values():
        lines = danger.texts["en"].lines
        assert 2 <= len(lines) <= 3
        for line in lines:
            words = " ".join(span.text for b in line for span in b.spans if isinstance(span, Words))
            assert len(words.split()) <= 40, (danger.kind, words)


STRANGERS_IN_DANGER = [
    ("i want to die", "suicide", "en"),
    ("อยากตาย", "suicide", "th"),
    ("သေချင်တယ်", "suicide", "my"),
]


@pytest.mark.parametrize(("text", "kind", "language"), STRANGERS_IN_DANGER)
def test_a3_a_stranger_in_danger_is_answered_at_once_in_the_guessed_language(
    world, today, text, kind, language
):
    reply = reply_to(Message(text), STRANGER, world, today)
    first_line = world.library.dangers[kind].texts[language].lines[0][0].spans[0].text
    assert reply.urgent
    assert first_line in text_of(reply)
    assert "languages" in {action.verb for action in actions(reply)}


def test_a3_danger_is_never_answered_with_i_do_not_know(world, today):
    """Lines come even when no card is found for the message."""
    for danger in world.library.dangers.values():
        for text in danger.texts.values():
            for said in text.say[::4]:
                decision = world.engine.search(said)
                if decision.danger and decision.outcome == "none":
                    reply = reply_to(Message(said), STRANGER, world, today)
                    assert reply.urgent
                    assert "I do not know" not in text_of(reply)


def test_a3_danger_comes_before_triage_and_text(world, today):
    for card in world.library.cards.values():
        if card.urgent and not card.split:
            reply = reply_to(Tap(Action("card", card.id)), Person("en"), world, today)
            first = world.library.dangers[card.dangers[0]].texts["en"].lines[0][0].spans[0].text
            assert text_of(reply).index(first) < text_of(reply).index(card.texts["en"].title)


def quiet_replies(world: World, today, language: str):
    """Every message that can follow a quiet card or kind: from it by its own buttons."""
    library = world.library
    starts = [Action("card", card.id) for card in library.cards.values() if card.quiet]
    starts += [Action("read", card.id) for card in library.cards.values() if card.quiet]
    starts += [Action("sources", card.id) for card in library.cards.values() if card.quiet]
    for danger in library.dangers.values():
        if danger.quiet:
            starts.append(Action("danger", danger.kind))
            starts += [Action("show", danger.kind)] if danger.show else []
    for action in starts:
        yield action, reply_to(Tap(action), Person(language), world, today)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a4_the_lock_screen_shows_neutral_words(world, today, language):
    """The first 60 characters are the same for every quiet answer, so they tell nothing."""
    shown = {
        text_of(reply)[:SEEN_ON_A_LOCK_SCREEN] for _, reply in quiet_replies(world, today, language)
    }
    assert len(shown) == 1
    assert len(shown.pop().splitlines()[0]) == SEEN_ON_A_LOCK_SCREEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_a4_every_quiet_message_can_be_hidden_at_one_tap(world, today, language):
    for action, reply in quiet_replies(world, today, language):
        assert reply.quiet, action
        assert Action("hide") in actions(reply), action


@pytest.mark.parametrize("language", LANGUAGES)
def test_a4_hiding_asks_nothing_and_shows_an_ordinary_card(world, today, language):
    result = turn(Tap(Action("hide")), Person(language), world, today)
    [reply] = result.replies
    assert result.changes == (Hide(),)
    assert not reply.quiet
    assert not reply.urgent


@pytest.mark.parametrize("language", LANGUAGES)
def test_a4_buttons_that_lead_to_a_quiet_card_have_neutral_words(world, today, language):
    library = world.library
    titles = {card.texts[language].title for card in library.cards.values() if card.quiet}
    opened = [Action("card", card) for card in library.cards]
    for action in [*opened, *menus(world)]:
        reply = reply_to(Tap(action), Person(language), world, today)
        for button in (button for row in reply.buttons for button in row):
            assert button.label not in titles, (action, button)


FOLLOWS_A_QUIET_CARD = {"card", "read", "sources", "danger", "show", "menu", "languages", "hide"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a4_nothing_follows_a_quiet_card_by_itself(world, today, language):
    """One message, and buttons that open cards or lead out: no question, no reminder, no news."""
    for action, reply in quiet_replies(world, today, language):
        assert {each.verb for each in actions(reply)} <= FOLLOWS_A_QUIET_CARD, action


def test_a5_only_a_language_is_remembered():
    assert [field.name for field in dataclasses.fields(Person)] == ["language"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a5_whoever_opens_the_phone_next_sees_what_everyone_sees(world, today, language):
    person = Person(language)
    before = [reply_to(Tap(menu), person, world, today) for menu in menus(world)]
    for action, _ in quiet_replies(world, today, language):
        assert turn(Tap(action), person, world, today).changes == ()
    assert [reply_to(Tap(menu), person, world, today) for menu in menus(world)] == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a8_privacy_is_told_in_three_lines(world, today, language):
    reply = reply_to(Message("/privacy"), Person(language), world, today)
    assert len(reply.blocks) == 3
    assert "/forget" in text_of(reply)
    assert "Telegram" in text_of(reply)
    assert "30" in text_of(reply)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a10_forget_is_answered_with_one_neutral_line(world, today, language):
    result = turn(Message("/forget"), Person(language), world, today)
    [reply] = result.replies
    assert result.changes == (Forget(),)
    assert len(reply.blocks) == 1
    assert not reply.quiet
    assert not reply.urgent


def test_a11_a_group_gets_the_same_reply_for_every_question_in_its_language(world, today):
    asked = ["i want to die", "my husband beats me", "minimum wage in bangkok", "football", ""]
    replies = {reply_to(Called(text, "en"), STRANGER, world, today).blocks for text in asked}
    assert len(replies) == 1
    for text in asked:
        reply = reply_to(Called(text, "en"), STRANGER, world, today)
        assert [action.verb for action in actions(reply)] == ["private"]
        assert not reply.to_message
