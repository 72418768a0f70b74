"""`sala check`: every fault of the content, where it is and how to mend it."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from bot.app import ROOT
from bot.check.run import check
from bot.content import Problem


@click.command("check")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=ROOT,
    help="Another checkout than this one.",
)
def command(form: str, root: Path) -> None:
    """Tell everything that is wrong in seeds/, content/ and tests/questions."""
    problems = check(root)
    for problem in problems:
        click.echo(_line(problem, form))
    if form == "text":
        click.echo(f"{len(problems)} problems." if problems else "Everything is fine.")
    sys.exit(1 if problems else 0)


def _line(problem: Problem, form: str) -> str:
    if form == "json":
        return json.dumps({**asdict(problem), "path": str(problem.path)}, ensure_ascii=False)
    if form == "github":
        said = f"{problem.message} {problem.hint}".strip().replace("%", "%25")
        return (
            f"::error file={problem.path},line={problem.line},col={problem.column},"
            f"title={problem.rule}::{said}"
        )
    return str(problem)
