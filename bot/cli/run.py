"""`sala run`: the Telegram bot, by long polling."""

import asyncio
import sys
from datetime import date

import click

from bot.app import ROOT, NoPartnerError, answer_on_telegram
from bot.errors import SalaError
from bot.settings import FILE, SettingsError, read_settings
from bot.storage import AlreadyRunningError, KeyFileError
from bot.telegram.poller import SecondPollerError, TokenError

# As in sysexits.h: 78, a restart does not mend it; 75, it may work later.
_CONFIGURATION = 78
_TRY_LATER = 75


@click.command("run")
@click.option("--closed-test", is_flag=True, help="Start without a partner, for testers only.")
def command(closed_test: bool) -> None:
    """Answer on Telegram until the process is stopped."""
    try:
        settings = read_settings(ROOT / FILE)
        today = date.today()  # noqa: DTZ011  # the day where the server stands
        asyncio.run(answer_on_telegram(settings, today, closed_test=closed_test))
    except (AlreadyRunningError, SecondPollerError) as error:
        _stop(error, _TRY_LATER)
    except (SettingsError, TokenError, KeyFileError, NoPartnerError) as error:
        _stop(error, _CONFIGURATION)


def _stop(error: SalaError, code: int) -> None:
    click.echo(str(error), err=True)
    sys.exit(code)
