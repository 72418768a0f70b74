"""Options that several commands share."""

from datetime import date, datetime

import click


def _today(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else date.today()  # noqa: DTZ011  # the day where the server stands


today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_today,
    help="Pretend that it is this day (2027-02-13).",
)
lang = click.option("--lang", help="The language that the person chose, as a code: en, th, my.")
