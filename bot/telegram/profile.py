"""How the bot looks before anybody writes: name, description and commands, in each language."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

import structlog
from telegram import Bot, BotCommand
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.content import PlaceId
from bot.dialogue import World
from bot.dialogue.world import Voice
from bot.language import Phone
from bot.telegram.waiting import seconds_of

NAME: Final = "Sala"
_TWO_LETTERS: Final = 2
_FIRST_PAUSE: Final = 0.5
_LAST_PAUSE: Final = 300.0
_SOURCE: Final = "en"

Result = TypeVar("Result")
log = structlog.get_logger()


@dataclass(frozen=True)
class Profile:
    """What Telegram shows of the bot in one language; code "" is for all others."""

    code: str
    description: str
    short: str
    commands: tuple[tuple[str, str], ...]


def profiles(world: World, today: date) -> Iterator[Profile]:
    """One for each complete language that Telegram knows, English for all others."""
    for language in world.library.languages:
        if language.complete and len(language.code) == _TWO_LETTERS:
            voice = Voice.of(world, language.code, today)
            profile = Profile(language.code, description(voice), _short(voice), commands(voice))
            if language.code == _SOURCE:
                yield Profile("", profile.description, profile.short, profile.commands)
            else:
                yield profile


def description(voice: Voice) -> str:
    """What is read when the server is down: three numbers and what Sala never asks for (A6)."""
    return voice.say(
        "Write your question in your own words.\n\n"
        "Life in danger in Thailand: {ambulance} (ambulance), {police} (police). "
        "{shelter}: Social Assistance Centre.\n\n"
        "Sala never asks for money, papers, passwords or your name.",
        ambulance=_phone(voice, "th-1669"),
        police=_phone(voice, "th-191"),
        shelter=_phone(voice, "th-1300"),
    )


def commands(voice: Voice) -> tuple[tuple[str, str], ...]:
    """The commands and what they do."""
    return (
        ("menu", voice.say("Danger now, and all topics")),
        ("language", "ภาษา · ဘာသာစကား · language"),
        ("help", voice.say("How to ask")),
        ("privacy", voice.say("What is kept about you")),
        ("forget", voice.say("Delete it")),
    )


async def show(bot: Bot, world: World, today: date) -> None:
    """Set in Telegram what is not so yet. Failing is no reason not to answer people."""
    try:
        await _name(bot)
        for profile in profiles(world, today):
            await _one(bot, profile)
    except BadRequest as error:
        log.warning("profile_refused", reason=str(error)[:120])
    else:
        log.info("profile_is_shown")


async def _name(bot: Bot) -> None:
    # Telegram allows few changes of a name a day: only what differs is set.
    if (await _patiently(bot.get_my_name)).name != NAME:
        await _patiently(lambda: bot.set_my_name(NAME))


async def _one(bot: Bot, profile: Profile) -> None:
    code = profile.code or None
    shown = await _patiently(lambda: bot.get_my_description(code))
    if shown.description != profile.description:
        await _patiently(lambda: bot.set_my_description(profile.description, code))
    short = await _patiently(lambda: bot.get_my_short_description(code))
    if short.short_description != profile.short:
        await _patiently(lambda: bot.set_my_short_description(profile.short, code))
    wanted = [BotCommand(name, text) for name, text in profile.commands]
    if list(await _patiently(lambda: bot.get_my_commands(language_code=code))) != wanted:
        await _patiently(lambda: bot.set_my_commands(wanted, language_code=code))


async def _patiently(call: Callable[[], Awaitable[Result]]) -> Result:
    """The result of a call, whenever it succeeds. Raises BadRequest."""
    pause = _FIRST_PAUSE
    while True:
        try:
            return await call()
        except BadRequest:
            raise
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except TelegramError:
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LAST_PAUSE)


def _short(voice: Voice) -> str:
    return voice.say("Ask in your own words. Sala keeps no questions and no names.")


def _phone(voice: Voice, place: str) -> str:
    value = voice.library.values[PlaceId(place)].value
    return value.number if isinstance(value, Phone) else ""
