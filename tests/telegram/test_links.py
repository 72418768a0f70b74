"""Links that open one thing in the conversation with Sala alone."""

import re

from bot.dialogue import Action
from bot.telegram.links import Links, parsed

LINKS = Links(b"k" * 32, "sala_bot")


def targets(library):
    return [
        *(f"card {card}" for card in library.cards),
        *(f"danger {kind}" for kind in library.dangers),
        *(f"topic {topic.id}" for topic in library.topics),
    ]


def test_every_card_danger_and_topic_is_opened_by_its_own_code(world):
    for target in targets(world.library):
        assert LINKS.action(LINKS.code(target), world.library) == Action.parse(target)


def test_a_code_is_what_telegram_allows_in_a_start_link(world):
    for target in targets(world.library):
        assert re.fullmatch("[A-Za-z0-9_-]{1,64}", LINKS.code(target))


def test_a_code_tells_nothing(world):
    """All are equally long, no two alike, and another Sala's are different (E8)."""
    others = Links(b"o" * 32, "sala_bot")
    codes = {LINKS.code(target) for target in targets(world.library)}
    assert len(codes) == len(targets(world.library))
    assert len({len(code) for code in codes}) == 1
    assert not codes & {others.code(target) for target in targets(world.library)}


def test_a_code_stays_the_same_as_long_as_the_key(world):
    """Posters with links are on walls."""
    again = Links(b"k" * 32, "sala_bot")
    for target in targets(world.library):
        assert LINKS.code(target) == again.code(target)


def test_a_code_of_nothing_opens_nothing(world):
    for code in ("", "open", LINKS.code("card health/no-such-card"), "x" * 64, "สวัสดี"):
        assert LINKS.action(code, world.library) is None


def test_the_address_of_a_target_and_of_the_conversation_alone():
    private = Action("private", "danger suicide")
    assert LINKS.url(private) == f"https://t.me/sala_bot?start={LINKS.code('danger suicide')}"
    assert LINKS.url(Action("private")) == "https://t.me/sala_bot?start=open"


def test_a_text_that_is_no_action_is_none():
    assert parsed("card health/fever") == Action("card", "health/fever")
    assert parsed("vote yes") is None
    assert parsed("") is None
