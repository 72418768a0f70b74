"""How the bot looks before anybody writes (protection.md A6, A7)."""

import re

import pytest

from bot.render import utf16_length
from bot.telegram.profile import NAME, profiles

NEVER_ASKED = {
    "": "Sala never asks for money, papers, passwords or your name.",
    "en": "Sala never asks for money, papers, passwords or your name.",
    "th": "Sala ไม่เคยขอเงิน เอกสาร รหัสผ่าน หรือชื่อของคุณ",
    "my": "Sala က ပိုက်ဆံ၊ စာရွက်စာတမ်း၊ စကားဝှက်၊ နာမည် ဘယ်တော့မှ မတောင်းပါဘူး။",
}
# The line 1300 is called so by everybody; the name is no word about the reader.
NAMES_OF_1300 = ("ศูนย์ช่วยเหลือสังคม", "လူမှုအကူအညီပေးရေးဌာန")
TELLING = re.compile(
    r"\b(migrants?|migration|refugees?|help\w*|rights?)\b"
    r"|ข้ามชาติ|ต่างด้าว|ผู้ลี้ภัย|ช่วย|สิทธิ"
    r"|ရွှေ့ပြောင်း|ဒုက္ခသည်|အကူအညီ|အခွင့်အရေး",
    re.IGNORECASE,
)
# Police, law, government buildings, flags, shields and medals, the globe and laurel of the UN.
EMBLEMS = re.compile("[👮🚓🚔🚨🕵💂🪖⚖🏛🏢🎖🏅🛡⭐🔱🦅🌐🌍🌎🌏🌿🕊🇦-🇿🏳🏴🚩⚔]")


@pytest.fixture(params=["", "th", "my"])
def profile(request, world, today):
    return {each.code: each for each in profiles(world, today)}[request.param]


def shown(profile):
    """All that is seen of the bot without writing to it, in this language."""
    commands = (word for command in profile.commands for word in command)
    return (NAME, profile.description, profile.short, *commands)


def test_every_complete_language_has_a_profile_and_all_others_read_english(world, today):
    languages = world.library.languages
    wanted = {"" if code == languages.source else code for code in languages.complete}
    codes = [each.code for each in profiles(world, today)]
    assert sorted(codes) == sorted(wanted)


def test_a6_the_description_holds_three_numbers_and_what_sala_never_asks_for(world, today):
    for profile in profiles(world, today):
        assert {"1669", "191", "1300"} <= set(re.findall("[0-9]+", profile.description))
        assert NEVER_ASKED[profile.code] in profile.description


def test_a6_the_description_fits_telegram(world, today):
    for profile in profiles(world, today):
        assert 0 < utf16_length(profile.description) <= 512


def test_a7_name_and_descriptions_do_not_tell_whom_the_bot_is_for(profile):
    for text in (NAME, profile.description, profile.short):
        for name in NAMES_OF_1300:
            text = text.replace(name, "")  # noqa: PLW2901  # the rest is what is looked at
        assert not TELLING.search(text)


def test_a7_the_commands_do_not_either(profile):
    """`/help` alone is the name that Telegram itself gives to a bot's instructions."""
    for command, told in profile.commands:
        assert command == "help" or not TELLING.search(command)
        assert not TELLING.search(told)


def test_a7_no_emblem_of_police_united_nations_or_government(profile):
    assert not any(EMBLEMS.search(text) for text in shown(profile))


@pytest.mark.parametrize("text", ["Help for you", "สิทธิแรงงาน", "Migrant bot", "ဒုက္ခသည်"])
def test_a7_words_that_tell_are_found(text):
    assert TELLING.search(text)


def test_everything_fits_into_what_telegram_takes(profile):
    assert len(NAME) <= 64
    assert utf16_length(profile.short) <= 120
    assert len(profile.commands) <= 100
    for command, told in profile.commands:
        assert re.fullmatch("[a-z0-9_]{1,32}", command)
        assert 1 <= utf16_length(told) <= 256


def test_every_command_that_is_shown_is_understood(profile):
    names = [command for command, _ in profile.commands]
    assert names == ["menu", "language", "help", "privacy", "forget"]
