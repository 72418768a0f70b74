"""The settings: one file below the environment, and every fault told at once."""

import os
import traceback

import pytest

from bot.settings import SettingsError, read_settings

TOKEN = "123456:" + "Aa0_-" * 7
OTHER = "654321:" + "Bb1_-" * 7


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch):
    for name in [name for name in os.environ if name.upper().startswith("SALA_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sala.env"


def told(file):
    with pytest.raises(SettingsError) as raised:
        read_settings(file)
    return raised.value


def test_only_the_token_is_needed(file):
    file.write_text(f"SALA_TOKEN={TOKEN}\n", encoding="utf-8")
    settings = read_settings(file)
    assert settings.token.get_secret_value() == TOKEN
    assert settings.api == "https://api.telegram.org"
    assert settings.data.is_absolute()
    assert settings.key.parent != settings.data


def test_the_environment_stands_above_the_file(file, monkeypatch):
    file.write_text(f"SALA_TOKEN={TOKEN}\nSALA_API=http://127.0.0.1:1\n", encoding="utf-8")
    monkeypatch.setenv("SALA_TOKEN", OTHER)
    settings = read_settings(file)
    assert settings.token.get_secret_value() == OTHER
    assert settings.api == "http://127.0.0.1:1"


def test_an_empty_line_is_none(file, monkeypatch):
    file.write_text(f"SALA_TOKEN={TOKEN}\nSALA_DATA=\n", encoding="utf-8")
    monkeypatch.setenv("SALA_API", "")
    settings = read_settings(file)
    assert settings.api == "https://api.telegram.org"
    assert settings.data.name


def test_without_a_file_the_environment_is_enough(file, monkeypatch):
    monkeypatch.setenv("SALA_TOKEN", f" {TOKEN}\n")
    assert read_settings(file).token.get_secret_value() == TOKEN


def test_every_fault_is_told_in_one_message(file):
    file.write_text("SALA_TOKEN=123:short\nSALA_API=api.telegram.org\n", encoding="utf-8")
    assert str(told(file)) == (
        "SALA_API is no address: it looks like https://api.telegram.org, without a path.\n"
        "SALA_TOKEN is missing or is no token of a bot. Write to @BotFather in Telegram, /newbot, "
        "and copy the whole line: numbers, a colon and 35 letters.\n"
        f"The settings stand in {file}."
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "SALA_TOKN=1\n"])
def test_a_missing_token_is_told_with_the_file(file, text):
    file.write_text(text, encoding="utf-8")
    assert "SALA_TOKEN is missing" in str(told(file))
    assert str(file) in str(told(file))


@pytest.mark.parametrize("api", ["ftp://example.org", "https://example.org/bot", "https:// x"])
def test_an_api_that_is_no_address_is_told(file, monkeypatch, api):
    monkeypatch.setenv("SALA_TOKEN", TOKEN)
    monkeypatch.setenv("SALA_API", api)
    assert str(told(file)).startswith("SALA_API is no address")


@pytest.mark.parametrize("token", [TOKEN[:30], TOKEN.replace(":", " "), f"bot{TOKEN}"])
def test_no_value_is_ever_told_not_even_in_a_traceback(file, token):
    file.write_text(f"SALA_TOKEN={token}\nSALA_API=secret.example\n", encoding="utf-8")
    error = told(file)
    for text in (str(error), "".join(traceback.format_exception(error))):
        assert token not in text
        assert "secret.example" not in text


def test_a_token_is_not_seen_when_settings_are_printed(file):
    file.write_text(f"SALA_TOKEN={TOKEN}\n", encoding="utf-8")
    assert TOKEN not in f"{read_settings(file)!r} {read_settings(file)}"


def test_a_file_that_is_no_text_is_told(file):
    file.write_bytes(b"SALA_TOKEN=\xff\xfe\n")
    assert str(told(file)) == f"{file} cannot be read (UnicodeDecodeError)."
