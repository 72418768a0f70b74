"""`sala ask`: which card answers, why, and what came second; one message or a whole file."""

import json
import sys
from collections.abc import Iterator
from typing import TextIO

import click

from bot.app import ready_engine, world_without_vectors
from bot.cli import options
from bot.errors import BadRequestError
from bot.search import CHOICES, Decision, Engine, Evidence, Weights
from bot.text import language_of


@click.command("ask")
@click.argument("text", required=False)
@options.lang
@click.option("--json", "as_json", is_flag=True, help="One line of JSON instead of words.")
@click.option("--explain", is_flag=True, help="Show which line spoke for each card.")
@click.option(
    "--batch",
    type=click.File(encoding="utf-8", errors="surrogateescape"),
    help="JSONL; - is standard input.",
)
def command(
    text: str | None, lang: str | None, as_json: bool, explain: bool, batch: TextIO | None
) -> None:
    """Say which card answers TEXT."""
    if (text is None) == (batch is None):
        raise click.UsageError(
            'Give one message (sala ask "my boss does not pay") or --batch FILE.'
        )
    engine = ready_engine(world_without_vectors().engine, _to_stderr)
    if batch:
        for answer in _batch(engine, batch):
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        return
    decision = engine.search(text or "", lang)
    if as_json:
        click.echo(json.dumps(as_line(decision), ensure_ascii=False))
    else:
        if explain:
            click.echo(_language(text or ""))
        click.echo("\n".join(_in_words(decision, engine.weights, explain=explain)))


def as_line(decision: Decision) -> dict[str, object]:
    """The decision as the contract of `--batch` has it."""
    return {
        "decision": decision.outcome,
        "cards": [hit.card for hit in decision.hits],
        "scores": [hit.score for hit in decision.hits],
        "urgent": decision.urgent,
        "danger": decision.danger,
        "intent": decision.intent,
        "language": decision.language,
    }


def _batch(engine: Engine, lines: TextIO) -> Iterator[dict[str, object]]:
    for line in lines:
        try:
            yield as_line(engine.search(*_request(line)))
        except BadRequestError as error:
            yield {"error": str(error)}


def _request(line: str) -> tuple[str, str | None]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        raise BadRequestError("This line is no JSON.") from None
    text = request.get("text") if isinstance(request, dict) else None
    language = request.get("lang") if isinstance(request, dict) else None
    if not isinstance(text, str) or not (language is None or isinstance(language, str)):
        raise BadRequestError('A line looks like {"text": "...", "lang": "my"} or has lang null.')
    return text, language


def _in_words(decision: Decision, weights: Weights, *, explain: bool) -> Iterator[str]:
    if decision.danger:
        yield f"Danger: {decision.danger} (because of: {decision.danger_because})"
    yield _outcome(decision)
    if explain and decision.hits:
        yield _thresholds(decision, weights)
    for rank, (hit, evidence) in enumerate(zip(decision.hits, decision.evidence, strict=True), 1):
        yield f"{rank}. {hit.card}  {hit.score:.2f}"
        if explain:
            yield from _why(evidence, decision.evidence[0] if rank > 1 else None)


def _language(text: str) -> str:
    guess = language_of(text)
    return f"Language: {guess.code or 'not known'}, because {guess.because}."


def _outcome(decision: Decision) -> str:
    if decision.intent:
        return f"Built-in answer: {decision.intent}"
    match decision.outcome:
        case "answer":
            return "Answers with the first card."
        case "choose":
            return f"Asks which of the first {len(decision.choices)} is meant."
        case "none":
            return "Says that it does not know."


def _thresholds(decision: Decision, weights: Weights) -> str:
    together = sum(hit.score for hit in decision.hits[:CHOICES])
    return (
        f"   The first card is right with a probability of {decision.hits[0].score:.2f}; "
        f"to answer, {weights.answer_from:.2f} is needed. "
        f"Those of the first three add up to {together:.2f}; "
        f"to let the person choose, {weights.choose_from:.2f} is needed."
    )


def _why(evidence: Evidence, first: Evidence | None) -> Iterator[str]:
    """Which line spoke for a card; of a later card also what it has less than the first."""
    yield f"   nearest by letters: “{evidence.letters.line}” ({evidence.letters.nearness:.0%})"
    if evidence.meaning:
        yield f"   nearest by meaning: “{evidence.meaning.line}” ({evidence.meaning.nearness:.0%})"
    if first:
        letters = _compared(evidence.by_letters - first.by_letters)
        meaning = _compared(evidence.by_meaning - first.by_meaning)
        yield f"   than the first card: {letters} by letters" + (
            f", {meaning} by meaning" if evidence.meaning else ""
        )


def _compared(difference: float) -> str:
    return f"{abs(difference):.1f} {'less' if difference < 0 else 'more'}"


def _to_stderr(text: str) -> None:
    click.echo(text, err=True)
