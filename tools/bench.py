"""`make bench`: first answer and memory of `sala chat`, and thirty messages a second on Telegram.

Each figure of `sala chat` is the median of several starts of the real program; machines are noisy,
so compare figures of one run. Nothing here is asserted.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench_telegram

ROOT = Path(__file__).resolve().parents[1]
STARTS = 5
QUESTION = "my boss does not pay me for two months\n"


def main() -> None:
    """Measure and print."""
    seconds = bench_telegram.arguments(__doc__).seconds
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as empty:
        _warm(empty)
        _report("with vectors (from the cache)", {"SALA_CACHE": empty})
        _report("without vectors", {"SALA_VECTORS": "off"})
        bench_telegram.main(seconds, cache=empty)


def _warm(cache: str) -> None:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot", "warm"],
        cwd=ROOT,
        env={**os.environ, "SALA_CACHE": cache},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    print(f"all vectors computed from nothing: {time.perf_counter() - began:.1f} s")


def _report(name: str, environment: dict[str, str]) -> None:
    runs = [_start(environment) for _ in range(STARTS)]
    answers, memories = zip(*runs, strict=True)
    print(
        f"sala chat, {name}: first answer after {statistics.median(answers):.2f} s "
        f"({min(answers):.2f} to {max(answers):.2f}; aim 1.5), "
        f"resident {statistics.median(memories):.0f} MB (aim 250 with vectors, 120 without)"
    )


def _start(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds from the start of the process to its answer; megabytes once all is learned."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--lang", "en"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as chat:
        assert chat.stdin
        assert chat.stdout
        chat.stdin.write(QUESTION)
        chat.stdin.flush()
        for line in chat.stdout:
            if "Wages not paid" in line:
                break
        answered = time.perf_counter() - began
        # Vectors arrive after the first answer; one more question makes the model load its pages.
        time.sleep(3)
        chat.stdin.write(QUESTION)
        chat.stdin.flush()
        time.sleep(1)
        memory = bench_telegram.memory(chat.pid)
        chat.stdin.write("/quit\n")
        chat.stdin.close()
    return answered, memory


if __name__ == "__main__":
    main()
