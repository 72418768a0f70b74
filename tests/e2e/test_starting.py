"""Every way in which a start can fail is told in one sentence, with the right exit code."""

import time

import pytest
from fakeapi import Conflict, DropBefore, Unauthorized
from program import Program

CONFIGURATION, TRY_LATER = 78, 75


def said(program: Program) -> list[str]:
    return [line for line in program.log_text().splitlines() if not line.startswith("{")]


def answered(api) -> None:
    """Return when a first message has its answer."""
    chat = api.private_chat()
    chat.says("/start")
    chat.wait_for(1)


@pytest.mark.slow
@pytest.mark.parametrize("token", ["", "no token", "123:short"])
def test_a_missing_or_wrong_token_is_told_without_being_shown(program, token):
    program.start(SALA_TOKEN=token)
    assert program.wait() == CONFIGURATION
    [first, second] = said(program)
    assert "SALA_TOKEN" in first
    assert "@BotFather" in first
    assert "sala.env" in second
    assert "short" not in program.log_text()


@pytest.mark.slow
def test_a_token_that_telegram_does_not_know(program):
    program.start(SALA_TOKEN="123456:" + "x" * 35)
    assert program.wait() == CONFIGURATION
    [line] = said(program)
    assert "does not know this token" in line
    assert "xxx" not in program.log_text()


@pytest.mark.slow
def test_a_token_that_is_revoked_while_running(program, api):
    program.start()
    api.private_chat().says("/start")
    while not api.confirmed:
        time.sleep(0.05)
    api.script("getUpdates", Unauthorized(), times=9)
    api.private_chat().says("/start")
    assert program.wait() == CONFIGURATION
    assert "does not accept the token" in said(program)[-1]


@pytest.mark.slow
def test_without_a_network_it_waits(program, api):
    api.script("getMe", DropBefore(), times=2)
    program.start()
    answered(api)
    assert "no_connection" in program.log_text()


@pytest.mark.slow
def test_c1_without_a_partner_it_starts_only_for_a_closed_test(program):
    program.start(closed_test=False)
    assert program.wait() == CONFIGURATION
    [line] = said(program)
    assert "content/partner.yaml" in line
    assert "--closed-test" in line


@pytest.mark.slow
def test_a_second_program_on_the_same_database_is_refused(program, api, tmp_path):
    program.start()
    answered(api)
    second = Program(api, tmp_path)
    second.start()
    assert second.wait() == TRY_LATER
    assert len(said(second)) == 1


@pytest.mark.slow
def test_a_second_poller_elsewhere_is_waited_for(program, api):
    api.script("getUpdates", Conflict(), times=1)
    program.start()
    answered(api)
    assert "second_program_with_this_token" in program.log_text()


@pytest.mark.slow
def test_the_key_is_made_once_and_its_place_is_told(program):
    program.start()
    key = program.folder / "secret" / "key"
    while not key.exists():
        time.sleep(0.05)
    made = key.read_bytes()
    time.sleep(1)
    assert program.stop() == 0
    [line] = [event for event in program.events() if event["event"] == "key_created"]
    assert line["file"] == str(key)
    assert not key.is_relative_to(program.folder / "data")
    program.start()
    time.sleep(2)
    program.stop()
    assert key.read_bytes() == made
