"""A reply as text for a terminal."""

from bot.content import Block, Words
from bot.dialogue import Action, Button, Reply
from bot.render import render

REPLY = Reply(
    (
        Block((Words("Title", bold=True),)),
        Block((Words("first"),), bullet=True),
        Block((Words("second "), Words("1669", bold=True)), bullet=True),
        Block((Words("after\nthe list"),)),
    ),
    (
        (Button("One", Action("menu")), Button("Two", Action("languages"))),
        (Button("Three", Action("hide")),),
    ),
)


def test_paragraphs_stand_apart_and_items_together():
    assert render(REPLY, colour=False).text == (
        "Title\n\n- first\n- second 1669\n\nafter\nthe list\n\n[1] One   [2] Two\n[3] Three"
    )


def test_numbers_stand_for_buttons_in_the_order_shown():
    assert render(REPLY, colour=False).actions == (
        Action("menu"),
        Action("languages"),
        Action("hide"),
    )


def test_bold_needs_a_screen_that_knows_colours():
    assert "\033[1mTitle\033[0m" in render(REPLY, colour=True).text
    assert "\033" not in render(REPLY, colour=False).text
