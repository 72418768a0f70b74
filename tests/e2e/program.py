"""`sala run` as a process of its own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from fakeapi import FakeBotApi

ROOT = Path(__file__).resolve().parents[2]


class Program:
    """`sala run` with its own data folder; its log is read when it has stopped."""

    def __init__(self, api: FakeBotApi, folder: Path) -> None:
        self.api = api
        self.folder = folder
        self.logs: list[str] = []
        self.process: subprocess.Popen[str] | None = None

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "SALA_TOKEN": self.api.token,
            "SALA_API": self.api.url,
            "SALA_DATA": str(self.folder / "data"),
            "SALA_KEY": str(self.folder / "secret" / "key"),
            "SALA_VECTORS": "off",
        }

    def start(self, *, closed_test: bool = True, **environment: str) -> None:
        options = ["--closed-test"] if closed_test else []
        self.log = (self.folder / "log").open("a", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", *options],
            cwd=ROOT,
            env={**self.environment(), **environment},
            stderr=self.log,
            stdout=self.log,
            text=True,
        )

    def stop(self) -> int:
        assert self.process
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.wait()

    def wait(self, timeout: float = 60) -> int:
        assert self.process
        code = self.process.wait(timeout)
        self.log.close()
        return code

    def log_text(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def events(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.log_text().splitlines() if line.startswith("{")]
