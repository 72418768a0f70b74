"""`sala ask`: which card answers, why, and what came second; one message or a whole file."""

import json
import sys
from collections.abc import Iterator
from typing import TextIO

import click

from bot.app import ready_engine, world_without_vectors
from bot.cli import options
from bot.errors import BadRequestError
from bot.search import Decision, Engine


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
        click.echo("\n".join(_in_words(decision, explain=explain)))


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


def _in_words(decision: Decision, *, explain: bool) -> Iterator[str]:
    outcomes = {
        "answer": "Answers with the first card.",
        "choose": f"Asks which of the first {len(decision.choices)} is meant.",
        "none": "Says that it does not know.",
    }
    if decision.danger:
        yield f"Danger: {decision.danger} (because of: {decision.danger_because})"
    yield f"Built-in answer: {decision.intent}" if decision.intent else outcomes[decision.outcome]
    for rank, (hit, evidence) in enumerate(zip(decision.hits, decision.evidence, strict=True), 1):
        yield f"{rank}. {hit.card}  {hit.score:.2f}"
        if explain:
            meaning = "not used" if evidence.meaning is None else f"{evidence.meaning:.2f}"
            yield f"   likest line: {evidence.line!r}"
            yield f"   letters alike {evidence.likeness:.0%}, meaning {meaning}"


def _to_stderr(text: str) -> None:
    click.echo(text, err=True)
