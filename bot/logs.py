"""Logs that an administrator can use and that tell nothing about anybody (A9).

No line carries a message, a name, a number of a person or chat, a card, a language or the token.
"""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, Final

import structlog

_TOKEN: Final = re.compile(r"\d+:[\w-]{30,}")

log = structlog.get_logger()
Event = MutableMapping[str, Any]


def set_up() -> None:
    """One JSON line per event on standard error, for Sala and for every library."""
    shared: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _only_where,
        _redacted,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer(ensure_ascii=False)],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_without_text, *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    # At INFO httpx writes every address, and the token is part of it.
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def tell(event: str, **facts: object) -> None:
    """One line for the administrator."""
    log.info(event, **facts)


def _only_where(_logger: object, _method: str, event: Event) -> Event:
    """Of an exception its type and the places it passed, never its text: that may be a message."""
    info = event.pop("exc_info", None)
    if info:
        error = sys.exception() if info is True else info[1] if isinstance(info, tuple) else info
        if error is not None:
            event["error"] = type(error).__name__
            frames = traceback.extract_tb(error.__traceback__)
            event["where"] = [f"{f.filename}:{f.lineno} {f.name}" for f in frames[-6:]]
    return event


def _without_text(_logger: object, _method: str, event: Event) -> Event:
    """Of a library's line its name and first words: what it fills in may come from a person."""
    record = event.get("_record")
    if record is not None:
        said = _TOKEN.sub("<token>", str(record.msg))
        event["event"] = f"{record.name}: {said.partition('%')[0][:80]}"
    return event


def _redacted(_logger: object, _method: str, event: Event) -> Event:
    return {
        key: _TOKEN.sub("<token>", value) if isinstance(value, str) else value
        for key, value in event.items()
    }
