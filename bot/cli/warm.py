"""`sala warm`: compute the vectors' cache, so that the first start is ready at once."""

import time

import click

from bot.app import ready_engine, world_without_vectors


@click.command("warm")
def command() -> None:
    """Compute the vectors of all known lines and keep them in the cache folder."""
    engine = world_without_vectors().engine
    began = time.perf_counter()
    ready_engine(engine, click.echo)
    click.echo(f"{len(engine.deck.lines)} lines ready after {time.perf_counter() - began:.0f} s.")
