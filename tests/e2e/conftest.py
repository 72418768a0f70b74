"""The real program, against the fake Bot API."""

import pytest
from fakeapi import FakeBotApi
from program import Program


@pytest.fixture
def api():
    with FakeBotApi() as api:
        yield api


@pytest.fixture
def program(api, tmp_path):
    program = Program(api, tmp_path)
    yield program
    if program.process and program.process.poll() is None:
        program.kill()
