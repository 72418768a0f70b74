"""Logs tell nothing about anybody (protection.md A9)."""

import ast
import asyncio
import io
import json
import logging
import sys
from pathlib import Path

import pytest
import structlog

from bot import logs

BOT = Path(__file__).resolve().parents[1] / "bot"
SECRET = "AAF" + "x9_-Qk7b" * 4
TOKEN = f"123456789:{SECRET}"
WORDS = "my boss beats me"

# All that a line may carry beside its event. Whoever adds a name here has read A9.
CARRIED = {
    *("reason", "next_try_seconds", "seconds", "waiting_seconds", "milliseconds"),
    *("waiting_in_outbox", "file", "mend", "why"),
}
OF_SOMEBODY = {
    *("body", "card", "chat", "danger", "event", "events", "from_user", "html", "incoming", "kind"),
    *("language", "message", "name", "parcel", "person", "plain", "province", "query", "replies"),
    *("score", "text", "token", "update", "user", "who", "words"),
}
METHODS = {"debug", "info", "warning", "warn", "error", "critical", "exception", "msg", "log"}


@pytest.fixture
def lines(monkeypatch):
    """The lines that were written since, as they are; logging is put back afterwards."""
    root, written = logging.getLogger(), io.StringIO()
    level, handlers = root.level, root.handlers
    root.handlers = []
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", written)
        logs.set_up()
    # Those of pytest come and go with each phase of a test, so the list has to stay the same one.
    [handler], root.handlers = root.handlers, handlers
    root.addHandler(handler)
    monkeypatch.setattr(logs, "log", structlog.get_logger())
    yield lambda: written.getvalue().splitlines()
    root.removeHandler(handler)
    root.setLevel(level)
    structlog.reset_defaults()


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_line_is_json_with_time_and_level(lines):
    logs.tell("started", waiting_in_outbox=3)
    [line] = map(json.loads, lines())
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "started", "level": "info", "waiting_in_outbox": 3}


def test_a9_the_token_is_redacted_in_what_sala_says(lines):
    structlog.get_logger().warning(f"at {TOKEN}", reason=f"https://x/bot{TOKEN}/getMe", seconds=2)
    [line] = lines()
    assert SECRET not in line
    assert json.loads(line)["reason"] == "https://x/bot<token>/getMe"


@pytest.mark.parametrize("before", range(0, 90, 3))
def test_a9_no_piece_of_the_token_is_left_in_what_a_library_says(lines, before):
    logging.getLogger("httpx").warning("x" * before + f"bot{TOKEN}/getMe")  # noqa: G003
    [line] = lines()
    assert SECRET[:8] not in line


def test_a9_the_text_of_an_exception_is_not_told(lines):
    try:
        int(WORDS)
    except ValueError:
        structlog.get_logger().exception("dialogue_failed")
    [line] = lines()
    assert WORDS not in line
    told = json.loads(line)
    assert told["error"] == "ValueError"
    assert told["where"][-1].startswith(f"{__file__}:")


def test_a9_nor_when_it_is_handed_in_with_another_behind_it(lines):
    error = raised(ValueError(WORDS))
    error.__cause__ = KeyError(WORDS)
    structlog.get_logger().error("failed", exc_info=error)
    logging.getLogger("asyncio").error("failed", exc_info=(ValueError, error, error.__traceback__))
    assert len(lines()) == 2
    for line in lines():
        assert WORDS not in line
        assert json.loads(line)["error"] == "ValueError"


@pytest.mark.parametrize(
    ("said", "filled"),
    [
        ("Error while parsing updates! Received data was %r", ({"text": WORDS},)),
        ('Can not load invalid JSON data: "%s"', (WORDS,)),
        ("%s", (WORDS,)),
        ("%(text)s came", ({"text": WORDS},)),
    ],
)
def test_a9_what_a_library_fills_in_is_not_told(lines, said, filled):
    logging.getLogger("telegram.Bot").warning(said, *filled)
    [line] = lines()
    assert WORDS not in line
    assert json.loads(line)["event"].startswith("telegram.Bot: ")


def test_a9_a_failure_that_nobody_looked_at_does_not_tell_what_was_said(lines):
    """asyncio writes the exception, its text included, into the message itself."""

    async def story():
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        future.set_exception(ValueError(WORDS))
        told = "Future exception was never retrieved"
        error = future.exception()
        loop.call_exception_handler({"message": told, "exception": error, "future": future})

    asyncio.run(story())
    [line] = lines()
    assert "my b" not in line
    assert json.loads(line)["error"] == "ValueError"


def test_a9_addresses_of_requests_are_not_told_at_all(lines):
    logging.getLogger("httpx").info("HTTP Request: %s", f"https://x/bot{TOKEN}/getMe")
    logging.getLogger("telegram").info(WORDS)
    assert lines() == []


def log_calls():
    """Every call of a log in bot/, as (place, call)."""
    for file in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            on = ast.unparse(node.func.value)
            is_log = on.split(".")[-1] in {"log", "logger", "logs", "LOGGER", "logging"}
            if is_log and node.func.attr in {*METHODS, "tell", "bind", "new"}:
                yield f"{file.relative_to(BOT)}:{node.lineno}", node


def test_the_walk_finds_the_logs():
    files = {place.partition(":")[0] for place, _ in log_calls()}
    wanted = {"app.py", "service/outbox.py", "service/service.py", "telegram/running.py"}
    assert wanted <= files


def test_a9_a_line_carries_nothing_but_what_is_listed():
    for place, call in log_calls():
        if place.startswith("logs.py:"):
            continue  # `tell` hands on what it is given; its callers are looked at
        assert {keyword.arg for keyword in call.keywords} <= CARRIED, place
        assert call.func.attr not in {"bind", "new"}, place


def test_a9_the_event_is_a_fixed_word():
    for place, call in log_calls():
        if not place.startswith("logs.py:"):
            [event] = call.args
            assert isinstance(event, ast.Constant), place
            assert event.value.replace("_", "").isalpha(), place


def test_a9_what_is_carried_is_not_made_of_anything_of_a_person():
    for place, call in log_calls():
        for keyword in call.keywords:
            used = {n.id for n in ast.walk(keyword.value) if isinstance(n, ast.Name)}
            used |= {n.attr for n in ast.walk(keyword.value) if isinstance(n, ast.Attribute)}
            assert not used & (OF_SOMEBODY - {"name"}) or place.startswith("logs.py:"), place


def test_a9_service_and_telegram_do_not_print_and_do_not_log_in_another_way():
    for folder in ("service", "telegram", "dialogue", "storage", "people", "search"):
        for file in (BOT / folder).rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            imported = {
                alias.name
                for node in ast.walk(tree)
                if isinstance(node, ast.Import)
                for alias in node.names
            }
            assert not {"print", "pprint", "breakpoint"} & names, file
            assert "logging" not in imported, file
