"""Actions travel as short texts."""

import pytest

from bot.dialogue import Action
from bot.errors import BadRequestError

LONGEST_CALLBACK = 64


@pytest.mark.parametrize("action", [Action("menu"), Action("card", "permits/need-one")])
def test_an_action_is_read_back_from_its_text(action):
    assert Action.parse(str(action)) == action


@pytest.mark.parametrize("text", ["", "sing", "sing song", "Card x"])
def test_anything_else_is_no_action(text):
    with pytest.raises(BadRequestError, match="is no action of a button"):
        Action.parse(text)


def test_every_action_of_the_content_fits_a_callback(world):
    targets = [*world.library.cards, *world.library.dangers]
    assert all(len(str(Action("sources", name)).encode()) <= LONGEST_CALLBACK for name in targets)
