"""`sala tune`: learn again how the channels are joined."""

import json

import click

from bot.app import ROOT, ready_engine
from bot.check.questions import read_questions
from bot.check.tuning import tune
from bot.content import load
from bot.errors import SalaError
from bot.search import Engine
from bot.search.weights import FILE, UNTAUGHT, as_tree

_ABOUT = (
    "Written by sala tune from half of tests/questions: what each feature weighs when the channels "
    "are joined, how certain a share makes a card, and the thresholds. Not to be edited by hand."
)


class NoVectorsHereError(SalaError):
    """Weights for the meaning channel cannot be learned without it."""


@click.command("tune")
def command() -> None:
    """Learn the weights of the channels from half of tests/questions; write weights.json."""
    library = load(ROOT)
    questions = [each for each in read_questions(ROOT, library).all if each.is_for_tuning]
    reasons: list[str] = []
    # The numbers that are there now may be those of another version.
    engine = Engine(library, (UNTAUGHT, UNTAUGHT))
    learned = ready_engine(engine, reasons.append)
    if reasons:
        raise NoVectorsHereError(f"sala tune needs sentence vectors. {reasons[0]}")
    tree = {
        "about": _ABOUT,
        "with vectors": as_tree(tune(questions, learned, library)),
        "letters": as_tree(tune(questions, engine, library)),
    }
    FILE.write_text(json.dumps(tree, indent=2) + "\n", encoding="utf-8")
    click.echo(f"{len(questions)} questions taught {FILE}. Now: sala evaluate, make test.")
