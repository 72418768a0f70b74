"""turn(event, person, world, now) -> Turn(replies, changes). Pure: it reads, it never writes."""

from bot.dialogue.action import Action
from bot.dialogue.event import Called, Event, Message, Start, Tap, Unreadable
from bot.dialogue.reply import Button, Reply, Turn
from bot.dialogue.turn import turn
from bot.dialogue.world import World

__all__ = [
    "Action",
    "Button",
    "Called",
    "Event",
    "Message",
    "Reply",
    "Start",
    "Tap",
    "Turn",
    "Unreadable",
    "World",
    "turn",
]
