"""One run of `sala check` over a small checkout full of faults: broken/expected.txt, line by line.

The files of broken/ are broken on purpose, each in its own way, and named after their fault. Those
whose fault no editor shows, or that are large, are made here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from bot.check.run import RULES, check
from bot.content import read
from bot.language import Phone

ROOT = Path(__file__).resolve().parents[2]
BROKEN = Path(__file__).parent / "broken"
EXPECTED = [
    line
    for line in (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
SOUND = {
    "content/cards/health/sound",
    "content/cards/permits/also-sound",
    "content/cards/permits/rests-on-broken-fact",
    "content/dangers/life.yaml",
    "content/intents/greeting.yaml",
    "content/languages.yaml",
    "content/places/comments-that-harm-nothing.yaml",
    "content/places/embassy.yaml",
    "content/places/hrdf.yaml",
    "content/places/kept-as-text.yaml",
    "content/places/th-1506.yaml",
    "content/places/th-1669.yaml",
    "content/places/th-191.yaml",
    "content/places/windows-line-ends.yaml",
    "content/topics.yaml",
    "content/words.yaml",
    "seeds/documents/leaflet.yaml",
    "seeds/documents/report.yaml",
    "seeds/sound.yaml",
    "tests/questions/th.yaml",
}
PLACE = (BROKEN / "content/places/hrdf.yaml").read_text(encoding="utf-8")
STRAY = ("content/cards/health/.DS_Store", "content/places/._hrdf.yaml", "seeds/._sound.yaml")
MADE = {
    "zero-width-space": PLACE.replace("A place", "A \u200bplace").encode(),
    "soft-hyphen": PLACE.replace("A place", "A pl\u00adace").encode(),
    "right-to-left-mark": PLACE.replace("A place", "A place\u200f").encode(),
    "byte-order-mark": f"\ufeff# Saved by Notepad.\n{PLACE}".encode(),
    "byte-order-mark-before-a-name": f"\ufeff{PLACE}".encode(),
    "line-separator": PLACE.replace("A place", "A \u2028place").encode() + b"hour: late\n",
    "next-line": PLACE.replace("A place", "A \x85place").encode() + b"hour: late\n",
    "old-line-end": PLACE.replace("A place", "A \rplace").encode() + b"hour: late\n",
    "noncharacter": PLACE.replace("A place", "A \uffffplace").encode(),
    "other-noncharacter": PLACE.replace("A place", "A \ufffeplace").encode(),
    "nul": PLACE.replace("A place", "A \0place").encode(),
    "escape": PLACE.replace("A place", "A \x1bplace").encode(),
    "latin-1": PLACE.replace("A place", "A café").encode("latin-1"),
    "latin-1-behind-burmese": PLACE.replace("A place", "ဆေးခန်း ").encode() + b"hours: \xe9\n",
    "latin-1-on-a-line-of-burmese": "name: {en: ဆေးခန်း ".encode() + b"\xe9}\n",
    "utf-16": PLACE.encode("utf-16"),
    "utf-16-without-mark": PLACE.encode("utf-16-le"),
    "too-large": PLACE.encode() + b"#" * (256 * 1024 + 1 - len(PLACE.encode())),
    "brackets": b"[" * 65_536,
    "dashes": b"- " * 32_768,
    "windows-line-ends": PLACE.replace("\n", "\r\n").encode(),
}
UNREADABLE = [b"", b"# only a comment\n", b"\0", b"\xff\xfe", b"[", b"a: b: c\n", b"[" * 65_536]


def thing(path: str) -> str:
    """What a volunteer would call one thing: a file, of a card its folder."""
    return str(PurePosixPath(path).parent) if path.startswith("content/cards/") else path


def sound_files() -> list[str]:
    files = (file.relative_to(BROKEN).as_posix() for file in sorted(BROKEN.rglob("*.yaml")))
    return [file for file in files if thing(file) in SOUND]


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("broken") / "checkout"
    shutil.copytree(BROKEN, root)
    for name, raw in MADE.items():
        (root / f"content/places/{name}.yaml").write_bytes(raw)
    return root


def test_every_fault_is_told_with_its_place_and_cure_and_nothing_else(root):
    """In the order of files and lines, each once."""
    assert [str(problem) for problem in check(root)] == EXPECTED


def test_the_program_tells_the_same_and_ends_with_1(root):
    done = subprocess.run(
        [sys.executable, "-m", "bot", "check", "--root", str(root)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (1, b"")
    assert lines == [*EXPECTED, f"{len(EXPECTED)} problems."]


def test_every_file_is_sound_on_purpose_or_told(root):
    """Nothing lies here whose fault is not seen."""
    there = {thing(file.relative_to(root).as_posix()) for file in root.rglob("*.yaml")}
    told = {thing(line.partition(":")[0]) for line in EXPECTED}
    assert there - told == SOUND
    assert told <= there
    assert len(told) >= 45


def test_every_rule_of_the_check_is_broken_here():
    told = {line.rpartition("[")[2].rstrip("]") for line in EXPECTED}
    assert set(RULES) <= told


def test_no_value_is_turned_into_a_number_a_time_or_a_yes(root):
    """`0812345678`, `8:30`, `0x10`, `~`, `null` and `no` stay the words that were written."""
    content = read(root)
    place = content.library.places["kept-as-text"]
    assert place.phones == (Phone("0812345678", "TH"),)
    assert (place.name, place.province) == ({"en": "no"}, "~")
    assert place.sources[0].publisher == "null"
    assert place.tells_authorities == "no"
    written = content.sources[PurePosixPath("content/places/kept-as-text.yaml")].tree
    assert (written["hours"], written["cost"]) == ("8:30", "0x10")


def test_where_yes_or_no_is_asked_no_is_an_answer(root):
    library = read(root).library
    assert library.places["kept-as-text"].languages_confirmed is False
    assert library.facts["not-to-be-shown"].publish is False
    assert library.facts["claim-is-free"].grants is True


def test_what_an_editor_or_a_system_leaves_behind_is_not_read(root, tmp_path):
    shutil.copytree(root, tmp_path, dirs_exist_ok=True)
    for each in STRAY:
        (tmp_path / each).write_bytes(b"\0\5\x16\7")
    assert [str(problem) for problem in check(tmp_path)] == EXPECTED


def test_windows_line_ends_change_nothing(root):
    places = read(root).library.places
    assert places["windows-line-ends"].name == places["hrdf"].name


@pytest.mark.parametrize("path", sound_files())
def test_an_unreadable_file_is_told_and_stops_nothing(path, tmp_path):
    """Whatever file it is, also one that others rest on."""
    for each in sound_files():
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(BROKEN / each, tmp_path / each)
    for raw in UNREADABLE:
        (tmp_path / path).write_bytes(raw)
        assert path in {str(problem.path) for problem in check(tmp_path)}, raw[:20]


def test_an_empty_folder_is_no_checkout_and_is_told_so(tmp_path):
    assert [str(problem) for problem in check(tmp_path)] == [
        f"content/{name}.yaml:1:1: This file is missing. Take it from another checkout of Sala. "
        "[missing-file]"
        for name in ("danger-menu", "languages", "topics", "words")
    ]
