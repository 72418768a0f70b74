"""The program `sala`: one module per command, imported when it is called."""

import sys
from importlib import import_module
from typing import Final

import click

from bot import __version__
from bot.errors import SalaError

COMMANDS: Final = {
    "chat": "bot.cli.chat",
    "ask": "bot.cli.ask",
    "check": "bot.cli.check",
    "evaluate": "bot.cli.evaluate",
    "facts": "bot.cli.facts",
    "warm": "bot.cli.warm",
    "tune": "bot.cli.tune",
    "run": "bot.cli.run",
}


class _Lazy(click.Group):
    """Start-up costs only what the called command needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.command(cls=_Lazy)
@click.version_option(__version__, prog_name="sala")
def sala() -> None:
    """Sala answers migrants' questions from short, sourced cards, in their own language."""


def main() -> None:
    """Run `sala`. Exit codes: 0 fine, 1 problems found, 2 misuse."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Messages of any kind come in, even broken ones; none may stop the program.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        sala(prog_name="sala")
    except SalaError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)
