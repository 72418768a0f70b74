"""The running bot: its parts in the order in which they start and stop."""

import asyncio
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from time import time
from typing import Final

import structlog
from telegram import Bot, Update
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.dialogue import World
from bot.people import PersonKey, Store
from bot.service import Outbox, Service
from bot.telegram import profile
from bot.telegram.links import Links
from bot.telegram.parcels import TelegramChannel
from bot.telegram.poller import Poller, TokenError
from bot.telegram.sender import Sender
from bot.telegram.updates import Reading
from bot.telegram.waiting import seconds_of

_EXPIRE_EVERY: Final = 600.0
_FIRST_PAUSE: Final = 0.5
_LAST_PAUSE: Final = 30.0
_LAST_ANSWERS: Final = 5.0

log = structlog.get_logger()


@dataclass(frozen=True)
class Telegram:
    """Where and as whom Sala talks."""

    token: str
    api: str
    links_key: bytes


@dataclass(frozen=True)
class Answering:
    """What answers, and what is remembered: `quick_world` takes over when many wait at once."""

    store: Store
    world: Callable[[], World]
    quick_world: Callable[[], World]
    key_of: Callable[[int], PersonKey]


async def run(telegram: Telegram, answering: Answering) -> None:
    """Answer until the process is asked to stop.

    Raises TokenError and SecondPollerError; a network that is not there is waited for.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    bot = Bot(
        telegram.token,
        base_url=f"{telegram.api}/bot",
        request=HTTPXRequest(connection_pool_size=64, pool_timeout=30.0),
    )
    try:
        started = asyncio.create_task(_connected(bot))
        await _first(started, stop)
        if stop.is_set():
            return
        await _talk(bot, telegram, answering, stop)
    finally:
        with suppress(TelegramError):
            await bot.shutdown()


async def _talk(bot: Bot, telegram: Telegram, answering: Answering, stop: asyncio.Event) -> None:
    store, world = answering.store, answering.world
    links = Links(telegram.links_key, bot.username)
    reading = Reading(bot.username, links, lambda: world().library)
    channel = TelegramChannel(links.url)
    outbox = Outbox(store, Sender(bot).deliver)
    # Two: one message must not wait for another's vectors; more threads than cores gain nothing.
    with ThreadPoolExecutor(2, "turn") as executor:
        service = Service(
            store=store,
            outbox=outbox,
            channel=channel,
            world=world,
            quick_world=answering.quick_world,
            key_of=answering.key_of,
            executor=executor,
        )
        await store.expire(time())
        log.info("started", waiting_in_outbox=await outbox.resume())
        poller = Poller(bot, _Handler(bot, reading, service))
        beside = [
            asyncio.create_task(_expire(store)),
            asyncio.create_task(profile.show(bot, world(), date.today())),  # noqa: DTZ011
        ]
        polling = asyncio.create_task(poller.run())
        try:
            await _first(polling, stop)
            await asyncio.wait_for(_wind_down(poller, outbox), _LAST_ANSWERS)
        except TimeoutError:
            log.info("stopped_before_all_was_sent", waiting_in_outbox=outbox.waiting)
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            await outbox.close()
    log.info("stopped")


class _Handler:
    """An update from the poller to the service; a tap is told at once that it was felt."""

    def __init__(self, bot: Bot, reading: Reading, service: Service) -> None:
        self._bot = bot
        self._reading = reading
        self._service = service
        self._felt: set[asyncio.Task[None]] = set()

    async def __call__(self, update: Update) -> None:
        began = time()
        if update.callback_query:
            task = asyncio.create_task(self._feel(update.callback_query.id))
            self._felt.add(task)
            task.add_done_callback(self._felt.discard)
        incoming = self._reading.incoming(update)
        if incoming:
            await self._service.handle(incoming)
            log.info("handled", milliseconds=round((time() - began) * 1000))

    async def _feel(self, query: str) -> None:
        """The little clock on the button stops. It is no message, so no limiter counts it."""
        for _ in range(2):
            try:
                await self._bot.answer_callback_query(query)
            except (BadRequest, RetryAfter):
                return
            except TelegramError:
                continue
            else:
                return


async def _connected(bot: Bot) -> None:
    """Wait for the network, see whether the token is good, and make sure that polling may begin."""
    pause = _FIRST_PAUSE
    while True:
        try:
            await bot.initialize()
            await bot.delete_webhook(drop_pending_updates=False)
        except InvalidToken as error:
            raise TokenError(
                "Telegram does not know this token. Copy it again from @BotFather, the whole line, "
                "into the settings."
            ) from error
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except NetworkError as error:
            log.warning("no_connection", reason=type(error).__name__, next_try_seconds=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LAST_PAUSE)
        else:
            if bot.bot.can_read_all_group_messages:
                log.warning("privacy_mode_is_off", mend="@BotFather, /setprivacy, Enable")
            return


async def _first(task: asyncio.Task[None], stop: asyncio.Event) -> None:
    """Until the task ends or the process is asked to stop; what the task raises is raised."""
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait([task, stopped], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not task.done():
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return
    task.result()


async def _wind_down(poller: Poller, outbox: Outbox) -> None:
    await poller.finish()
    await outbox.drained()


async def _expire(store: Store) -> None:
    while True:
        await asyncio.sleep(_EXPIRE_EVERY)
        try:
            await store.expire(time())
        except Exception:
            log.exception("expiry_failed")
