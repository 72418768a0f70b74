"""`sala chat` from a pipe, as a newcomer tries it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def chat(*lines: str, lang: str = "en", vectors: str = "off") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--lang", lang, "--today", "2026-11-24"],
        cwd=ROOT,
        env={**os.environ, "SALA_VECTORS": vectors},
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_question_is_answered_and_the_end_of_input_ends_it():
    done = chat("boss not pay me 2 month")
    assert done.returncode == 0
    assert "Wages not paid" in done.stdout


def test_quit_ends_it():
    assert "Wages not paid" not in chat("/quit", "boss not pay me 2 month").stdout


def test_numbers_tap_buttons():
    done = chat("/menu", "1")
    assert "What is happening?" in done.stdout


def test_a_number_without_a_button_is_a_message():
    assert (
        "What would you like to know?" in chat("/menu", "99").stdout
        or "do not know" in chat("99").stdout
    )


def test_the_language_can_be_switched_any_time():
    done = chat("/language", "3", "ไม่ได้ค่าแรง")
    assert "ไม่ได้ค่าแรง" in done.stdout


def test_an_unknown_language_is_told():
    done = chat("x", lang="xx")
    assert done.returncode == 2
    assert "xx is not complete yet; there are: en, th, my." in done.stderr


def test_still_learning_is_said_until_the_vectors_are_there():
    done = chat("boss not pay me 2 month")
    assert "Still learning" in done.stderr or "letters alone" in done.stderr


def test_broken_bytes_do_not_stop_it():
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        cwd=ROOT,
        env={**os.environ, "SALA_VECTORS": "off"},
        input=b"\xff\xfe\x00\xc3\x28\n\nhello\n",
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
