"""The channel Telegram, by long polling. Only here is python-telegram-bot used."""
