"""What Sala says about itself: how to ask, what is kept, what was forgotten."""

from bot.dialogue import buttons
from bot.dialogue.reply import Reply
from bot.dialogue.words import heading, item, plain
from bot.dialogue.world import Voice


def how_to_ask(voice: Voice) -> Reply:
    """How to ask, and what else can be done."""
    blocks = (
        heading("Sala"),
        plain(voice.say("Write what you want to know in your own words. Mistakes do not matter.")),
        item(voice.say("/menu: danger and all topics")),
        item(voice.say("/language: another language")),
        item(voice.say("/privacy: what is kept about you")),
        item(voice.say("/forget: delete it and our messages")),
        plain(voice.say("Sala is a program, no person. It can be wrong. Ask a group as well.")),
    )
    return Reply(blocks, (buttons.danger_now(voice), buttons.way_out(voice)))


def privacy(voice: Voice) -> Reply:
    """Three lines (A8): what is kept, who can see the chat all the same, how to delete it."""
    blocks = (
        plain(
            voice.say(
                "Sala keeps your language under a code made from your Telegram number, until you "
                "have not written for {days} days, and the numbers of our messages for two days. "
                "It keeps no words of yours and no name. Who runs Sala could try the code out.",
                days=30,
            )
        ),
        plain(
            voice.say(
                "Telegram, anyone who opens this phone, and pictures of the screen can still show "
                "this chat."
            )
        ),
        plain(
            voice.say(
                "/forget deletes what Sala keeps and the messages of the last two days. To delete "
                "the rest, hold your finger on this chat in the list and choose Delete."
            )
        ),
    )
    return Reply(blocks, (buttons.danger_now(voice), buttons.way_out(voice)))


def forgotten(voice: Voice) -> Reply:
    """One neutral line, and what could not be deleted (A10)."""
    told = plain(
        voice.say(
            "Done. Messages older than two days cannot be deleted from here: delete the chat in "
            "Telegram."
        )
    )
    return Reply((told,), (buttons.way_out(voice),))
