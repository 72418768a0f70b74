"""A reply as the text of a channel."""

from bot.render.telegram import TelegramText, button_action, telegram_texts, utf16_length
from bot.render.terminal import Screen, render

__all__ = ["Screen", "TelegramText", "button_action", "render", "telegram_texts", "utf16_length"]
