"""`sala facts due`: what must be looked up again, soonest first."""

from datetime import date

import click

from bot.app import ROOT
from bot.check.due import due
from bot.cli import options
from bot.content import load


@click.group("facts")
def command() -> None:
    """Facts and their dates."""


@command.command("due")
@options.today
@click.option("--all", "every", is_flag=True, help="Also those that are still in date.")
def facts_due(today: date, every: bool) -> None:
    """List the facts that are past their review date, the longest overdue first."""
    library = load(ROOT)
    listed = [fact for fact in due(library) if every or not fact.in_date(today)]
    for fact in listed:
        shown = "left out of cards" if fact.grants and not fact.in_date(today) else "still shown"
        click.echo(f"{fact.review_by}  {fact.id}  ({fact.path}; {shown})")
    click.echo(f"{len(listed)} of {len(library.facts)} facts.")
