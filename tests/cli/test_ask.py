"""The contract of `sala ask`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    b'{"text": "my boss does not pay", "lang": null}',
    '{"text": "อยากตาย", "lang": "th"}'.encode(),
    b'{"text": "hello", "lang": "en"}',
    b'{"text": "qqqq zzzz", "lang": "my"}',
    b'{"text": ""}',
    b"no json",
    b'{"lang": "my"}',
    b'["text"]',
    b'{"text": "x", "lang": 7}',
    b'{"text": "\\ud800 lone surrogate", "lang": null}',
    b'{"text": "\xff\xfe not utf-8", "lang": null}',
    b"",
    b"[" * 50_000,
    b'{"text": "' + b"a" * 100_000 + b'", "lang": null}',
]


def sala(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={**os.environ, "SALA_VECTORS": "off"},
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def answers() -> list[dict]:
    done = sala("ask", "--batch", "-", stdin=b"\n".join(LINES) + b"\n")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_one_line_comes_out_for_each_that_goes_in(answers):
    assert len(answers) == len(LINES)


def test_a_good_line_has_all_fields_of_the_contract(answers):
    for answer in answers:
        if "error" in answer:
            continue
        assert list(answer) == [
            "decision",
            "cards",
            "scores",
            "urgent",
            "danger",
            "intent",
            "language",
        ]
        assert answer["decision"] in {"answer", "choose", "none"}
        assert len(answer["cards"]) == len(answer["scores"]) <= 5
        assert answer["scores"] == sorted(answer["scores"], reverse=True)
        assert all(0 <= score <= 1 for score in answer["scores"])


def test_the_ranking_stands_also_when_the_decision_is_none(answers):
    assert answers[3]["decision"] == "none"
    assert answers[3]["cards"]


def test_danger_is_urgent_and_named(answers):
    assert (answers[1]["urgent"], answers[1]["danger"]) == (True, "suicide")
    assert answers[1]["language"] == "th"


def test_a_built_in_intent_is_named_and_decides_none(answers):
    assert (answers[2]["intent"], answers[2]["decision"]) == ("greeting", "none")


def test_a_bad_line_gives_an_error_in_its_place(answers):
    assert answers[5] == {"error": "This line is no JSON."}
    for number in (6, 7, 8):
        assert answers[number]["error"].startswith(
            'A line looks like {"text": "...", "lang": "my"}'
        )
    assert "error" in answers[11]
    assert "error" in answers[12]


def test_a_file_is_read_like_standard_input(tmp_path):
    file = tmp_path / "questions.jsonl"
    file.write_bytes(LINES[0] + b"\n")
    done = sala("ask", "--batch", str(file))
    assert json.loads(done.stdout)["cards"][0] == "permits/unpaid-wages"


def test_explain_shows_which_line_spoke_and_what_came_second():
    done = sala("ask", "boss not pay me 2 month", "--explain")
    lines = done.stdout.decode().splitlines()
    assert lines.pop(0).startswith("Language: en, because its letters are Latin")
    assert lines[0] == "Answers with the first card."
    assert lines[1].startswith("   The first card is right with a probability of ")
    assert lines[2].startswith("1. permits/unpaid-wages")
    assert lines[3] == "   nearest by letters: “boss not pay me 2 month” (100%)"
    second = next(number for number, line in enumerate(lines) if line.startswith("2. "))
    assert lines[second + 1].startswith("   nearest by letters: “")
    assert any(" less by letters" in line for line in lines[second:])


def test_without_a_message_the_program_says_how_to_give_one():
    done = sala("ask")
    assert done.returncode == 2
    assert b'sala ask "my boss does not pay"' in done.stderr


def test_no_message_is_written_to_the_cache(tmp_path):
    """Whatever is kept on disk holds lines of the content only (B5)."""
    message = "zqxj unique message of a person"
    subprocess.run(
        [sys.executable, "-m", "bot", "ask", message],
        cwd=ROOT,
        env={**os.environ, "SALA_CACHE": str(tmp_path), "SALA_VECTORS": "off"},
        capture_output=True,
        check=True,
    )
    assert all(message.encode() not in file.read_bytes() for file in tmp_path.rglob("*.*"))
