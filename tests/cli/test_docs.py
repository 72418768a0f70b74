"""The documents tell the truth about the program."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.check.evaluation import report
from bot.check.run import RULES
from bot.cli.main import COMMANDS
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands(text: str) -> list[str]:
    """The lines of ```sh blocks that start the program or make."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = [re.split(r"\s+# ", line)[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named_in_the_readme(command):
    assert f"sala {command}" in README


@pytest.mark.parametrize("rule", RULES)
def test_every_lint_rule_is_named_in_contributing(rule):
    assert f"`{rule}`" in CONTRIBUTING


@pytest.mark.parametrize("measure", [m for m in report([]).measures if "," not in m])
def test_every_measure_is_explained(measure):
    assert f"*{measure}*" in " ".join(README.split())


@pytest.mark.parametrize(
    "setting",
    ["SALA_VECTORS", "SALA_CACHE", *(f"SALA_{name.upper()}" for name in Settings.model_fields)],
)
def test_every_setting_is_named_in_the_readme(setting):
    assert setting in README


@pytest.mark.parametrize(
    "line", [x for x in commands(README + CONTRIBUTING) if x.startswith("make")]
)
def test_every_make_target_in_the_documents_exists(line):
    for target in line.split()[1:]:
        if "=" not in target:
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), line


SLOW = {"evaluate", "warm", "chat", "run"}


@pytest.mark.parametrize(
    "line",
    [
        line
        for line in commands(README + CONTRIBUTING)
        if line.startswith(".venv/bin/sala") and line.split()[1] not in SLOW
    ],
)
def test_every_command_in_the_documents_runs(line):
    done = subprocess.run(
        [sys.executable, "-m", "bot", *shlex.split(line)[1:]],
        cwd=ROOT,
        env={**os.environ, "SALA_VECTORS": "off"},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_conversation_in_the_readme_is_the_one_that_the_program_holds():
    """`make readme` writes it."""
    done = subprocess.run(
        [sys.executable, "-c", "import readme; print(readme.conversation())"],
        cwd=ROOT / "tools",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() in README


def test_there_are_commands_to_run():
    assert len(commands(README)) >= 5
