"""Thirty messages a second through `sala run`, beside a bare echo bot, on the same fake Bot API."""

import argparse
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
    """Measure and print a table; each figure is of this machine in this run."""
    print(f"Telegram, {A_SECOND} messages a second for {seconds} s from {CHATS} private chats:")
    print(
        f"{'':26} {'answered':>9} {'p50 ms':>7} {'p99 ms':>7} {'max ms':>7} {'CPU s':>6} "
        f"{'MB at rest':>10} {'MB after':>8}"
    )
    caches = {"SALA_CACHE": cache} if cache else {}
    # A stale cache would be mended during the measurement, and measured.
    warm = [sys.executable, "-m", "bot", "warm"]
    subprocess.run(
        warm, cwd=ROOT, env={**os.environ, **caches}, check=True, stdout=subprocess.DEVNULL
    )
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
    begun = time.monotonic()
    _ask(chats, seconds)
    sent = A_SECOND * seconds
    until = time.monotonic() + PATIENCE
    while len(waits := _waits(chats, begun)) < sent and time.monotonic() < until:
        time.sleep(0.25)
    used, after = cpu_seconds(pid) - cpu, memory(pid)
    waits = sorted(1000 * wait for wait in waits) or [float("nan")]
    print(
        f"{name:26} {f'{len(waits)}/{sent}':>9} {statistics.median(waits):7.0f} "
        f"{waits[int(len(waits) * 0.99)]:7.0f} {waits[-1]:7.0f} {used:6.1f} "
        f"{rest:10.0f} {after:8.0f}",
        flush=True,
    )


def _ask(chats: list[Chat], seconds: int) -> None:
    """By the clock, whatever the bot does."""
    texts = questions()
    begun = time.monotonic()
    for number in range(A_SECOND * seconds):
        time.sleep(max(0.0, begun + number / A_SECOND - time.monotonic()))
        chats[number % len(chats)].says(texts[number % len(texts)])


def _waits(chats: list[Chat], begun: float) -> list[float]:
    """Seconds from each question since `begun` to the first message that answers it.

    That is a reply to it; where a bot replies to nothing, the first answers the first.
    """
    waits = []
    for chat in chats:
        messages = [message for message in chat.messages if message.at >= begun]
        asked = {message.id: message.at for message in messages if not message.from_bot}
        for answer in (message for message in messages if message.from_bot):
            question = answer.reply_to or next(iter(asked), None)
            if question in asked:
                waits.append(answer.at - asked.pop(question))
    return waits


def arguments(description: str | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="of messages to each bot")
    return parser.parse_args()


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
    main(arguments(__doc__).seconds)
