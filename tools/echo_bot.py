"""The barest bot of python-telegram-bot, as the measure beside Sala: it says back what it hears."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Run until stopped."""
    builder = Application.builder().token(os.environ["SALA_TOKEN"]).job_queue(None)
    bot = builder.base_url(f"{os.environ['SALA_API']}/bot").concurrent_updates(256).build()
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    bot.run_polling(bootstrap_retries=-1)


if __name__ == "__main__":
    main()
