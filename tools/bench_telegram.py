"""Thirty messages a second through `sala run`, beside a bare echo bot, on the same fake Bot API."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from fakeapi import Chat, FakeBotApi  # noqa: E402

A_SECOND = 30
CHATS = 60
SECONDS = 60
IDLE = 5.0
PATIENCE = 60.0
LANGUAGES = ("en", "th", "my")


def main(seconds: int = SECONDS, cache: str | None = None) -> None:
    """Measure both and print; each figure is of this machine in this run."""
    caches = {"SALA_CACHE": cache} if cache else {}
    sala = [sys.executable, "-m", "bot", "run", "--closed-test"]
    _report("sala run, with vectors", sala, caches, seconds)
    _report("sala run, by letters alone", sala, {"SALA_VECTORS": "off"}, seconds)
    _report("bare echo bot", [sys.executable, str(ROOT / "tools" / "echo_bot.py")], {}, seconds)


def questions() -> list[str]:
    """What people ask, the languages mixed."""
    lists = []
    for language in LANGUAGES:
        path = ROOT / "tests" / "questions" / f"{language}.yaml"
        lists.append([each["text"] for each in yaml.safe_load(path.read_text(encoding="utf-8"))])
    return [text for texts in zip(*lists, strict=False) for text in texts]


def _report(name: str, command: list[str], environment: dict[str, str], seconds: int) -> None:
    with FakeBotApi() as api, tempfile.TemporaryDirectory() as folder:
        settings = {
            "SALA_TOKEN": api.token,
            "SALA_API": api.url,
            "SALA_DATA": f"{folder}/data",
            "SALA_KEY": f"{folder}/secret/key",
        }
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **settings, **environment},
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        try:
            _measure(name, api, process.pid, seconds)
        finally:
            process.terminate()
            process.wait()


def _measure(name: str, api: FakeBotApi, pid: int, seconds: int) -> None:
    chats = [api.private_chat(language_code=code) for code in LANGUAGES * (CHATS // 3)]
    chats[0].says("hello")
    chats[0].wait_for(1, timeout=PATIENCE)
    time.sleep(IDLE)  # vectors have arrived; nothing is being done
    rest, cpu = memory(pid), cpu_seconds(pid)
    asked = _ask(chats, seconds)
    waits = sorted(_waits(chats, asked))
    sent = sum(map(len, asked.values()))
    print(
        f"{name}: {len(waits)} of {sent} answered, {A_SECOND} a second for {seconds} s; "
        f"p50 {statistics.median(waits) * 1000:.0f} ms, "
        f"p99 {waits[int(len(waits) * 0.99)] * 1000:.0f} ms, longest {waits[-1] * 1000:.0f} ms; "
        f"{cpu_seconds(pid) - cpu:.1f} s of processor time; "
        f"at rest {rest:.0f} MB, afterwards {memory(pid):.0f} MB"
    )


def _ask(chats: list[Chat], seconds: int) -> dict[int, list[float]]:
    """By the clock, whatever the bot does: when each chat asked."""
    texts = questions()
    asked: dict[int, list[float]] = {chat.id: [] for chat in chats}
    begun = time.monotonic()
    for number in range(A_SECOND * seconds):
        time.sleep(max(0.0, begun + number / A_SECOND - time.monotonic()))
        chat = chats[number % len(chats)]
        asked[chat.id].append(time.monotonic())
        chat.says(texts[number % len(texts)])
    return asked


def _waits(chats: list[Chat], asked: dict[int, list[float]]) -> list[float]:
    """Seconds from each question to its answer; in a chat the first answers the first."""
    waits = []
    for place, chat in enumerate(chats):
        before = 1 if place == 0 else 0
        answers = chat.wait_for(len(asked[chat.id]) + before, timeout=PATIENCE)[before:]
        came = sorted(answer.at for answer in answers)
        waits += [at - when for at, when in zip(came, asked[chat.id], strict=False)]
    return waits


def memory(pid: int) -> float:
    """Resident megabytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024


def cpu_seconds(pid: int) -> float:
    """Processor time of all threads so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
