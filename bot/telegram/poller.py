"""Long polling that confirms an update only after it was handled."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.errors import SalaError
from bot.telegram.updates import ASKED_FOR
from bot.telegram.waiting import seconds_of

_AT_ONCE: Final = 100
_LONG_POLL: Final = 25
_NEXT_BATCH: Final = 0.2
_FIRST_PAUSE: Final = 0.5
_LAST_PAUSE: Final = 30.0
_CONFLICT_PATIENCE: Final = 60.0

Handler = Callable[[Update], Awaitable[None]]
log = structlog.get_logger()


class SecondPollerError(SalaError):
    """Another program asks Telegram with the same token."""


class TokenError(SalaError):
    """Telegram does not accept the token."""


@dataclass(frozen=True)
class _Raw:
    number: int
    chat: int
    fields: Mapping[str, Any]


class Poller:
    """Fetches updates and hands them on: in order within a chat, chats beside each other.

    The offset, which confirms everything below it, moves only over what was handled. Anything that
    came twice, because it was fetched again before that, is handed on once.
    """

    def __init__(self, bot: Bot, handle: Handler, patience: float = _CONFLICT_PATIENCE) -> None:
        self._bot = bot
        self._handle = handle
        self._patience = patience
        self._running: dict[int, asyncio.Task[None]] = {}
        self._last_of_chat: dict[int, asyncio.Task[None]] = {}
        self._order: list[int] = []
        self._confirm: int | None = None

    async def run(self) -> None:
        """Until cancelled. Raises TokenError and SecondPollerError, which waiting does not mend."""
        pause, conflict_since = _FIRST_PAUSE, None
        while True:
            try:
                batch = await self._fetch()
            except (InvalidToken, EndPointNotFound) as error:
                raise TokenError(
                    "Telegram does not accept the token (any more). Ask @BotFather for a new "
                    "one, put it into the settings and start again."
                ) from error
            except Conflict as error:
                conflict_since = conflict_since or monotonic()
                if monotonic() - conflict_since >= self._patience:
                    raise SecondPollerError(
                        "Another program is running with the same token, perhaps on another "
                        "computer. Stop it, or get a token of its own from @BotFather."
                    ) from error
                log.warning("second_program_with_this_token", waiting_seconds=self._patience)
                await asyncio.sleep(min(5.0, self._patience))
            except (TelegramError, _NoUpdatesError) as error:
                wait = seconds_of(error) if isinstance(error, RetryAfter) else pause
                log.warning("no_connection", reason=type(error).__name__, next_try_seconds=wait)
                await asyncio.sleep(wait)
                pause = min(pause * 2, _LAST_PAUSE)
            else:
                pause, conflict_since = _FIRST_PAUSE, None
                self._start(batch)
                await self._some_done()

    async def finish(self) -> None:
        """Wait for what is being handled, and confirm it."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)
        self._advance()
        if self._confirm is not None:
            try:
                await self._fetch(wait=0, limit=1)
            except TelegramError:
                log.info("last_updates_not_confirmed")

    async def _fetch(self, wait: int | None = None, limit: int = _AT_ONCE) -> list[_Raw]:
        """Updates as Telegram wrote them: one that cannot be parsed must not hold up the others."""
        parameters: dict[str, Any] = {
            "limit": limit,
            "timeout": wait if wait is not None else 0 if self._running else _LONG_POLL,
            "allowed_updates": list(ASKED_FOR),
        }
        # Only to confirm: after an empty week Telegram may begin with lower numbers.
        if self._confirm is not None:
            parameters["offset"] = self._confirm + 1
        # In small letters, which Telegram takes too, the library does not parse: see above.
        answer = await self._bot.do_api_request(
            "getupdates", parameters, read_timeout=_LONG_POLL + 10
        )
        if not isinstance(answer, list):
            raise _NoUpdatesError
        self._confirm = None
        raw = [_raw(each) for each in answer]
        return sorted((each for each in raw if each), key=lambda each: each.number)

    def _start(self, batch: list[_Raw]) -> None:
        for raw in batch:
            if raw.number in self._running or raw.number in self._order:
                continue
            before = self._last_of_chat.get(raw.chat)
            task = asyncio.create_task(self._one(raw, before))
            self._running[raw.number] = self._last_of_chat[raw.chat] = task
            self._order.append(raw.number)
            task.add_done_callback(lambda done, raw=raw: self._done(raw, done))  # type: ignore[misc]

    async def _one(self, raw: _Raw, before: asyncio.Task[None] | None) -> None:
        if before:
            await asyncio.wait([before])
        try:
            update = Update.de_json(dict(raw.fields), self._bot)
        except Exception:  # noqa: BLE001  # whatever is wrong in it, the queue goes on
            log.warning("update_not_understood")
            return None
        pause = _FIRST_PAUSE
        while True:
            try:
                return await self._handle(update)
            except SalaError as error:
                log.error("update_waits", reason=str(error), next_try_seconds=pause)  # noqa: TRY400
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LAST_PAUSE)
            except Exception:
                log.exception("update_failed")
                return None

    def _done(self, raw: _Raw, task: asyncio.Task[None]) -> None:
        self._running.pop(raw.number, None)
        if self._last_of_chat.get(raw.chat) is task:
            del self._last_of_chat[raw.chat]

    async def _some_done(self) -> None:
        """Until all is handled, but not long: what waits for the disk does not hold up the others.

        What is not handled yet comes again with each request, so asking after every single one
        would cost more than answering it.
        """
        if self._running:
            await asyncio.wait(self._running.values(), timeout=_NEXT_BATCH)
        self._advance()

    def _advance(self) -> None:
        """Confirm what is handled, up to the first that is not."""
        while self._order and self._order[0] not in self._running:
            self._confirm = self._order.pop(0)


class _NoUpdatesError(Exception):
    """Something else than a list of updates came, from whoever answered in Telegram's place."""


def _raw(fields: object) -> _Raw | None:
    if not isinstance(fields, dict) or not isinstance(fields.get("update_id"), int):
        return None
    return _Raw(fields["update_id"], _chat(fields), fields)


def _chat(fields: Mapping[str, Any]) -> int:
    """The chat that an update belongs to, as far as it can be seen; all others are one queue."""
    for part in fields.values():
        holder = part.get("message", part) if isinstance(part, dict) else None
        chat = holder.get("chat") if isinstance(holder, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return 0
