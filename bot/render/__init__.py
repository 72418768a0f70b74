"""A reply as the text of a channel."""

from bot.render.terminal import Screen, render

__all__ = ["Screen", "render"]
