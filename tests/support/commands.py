"""``orderscope`` as a person runs it: a process, a home, what it prints."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Orderscope:
    home: Path
    now: str | None = None

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pipelines.cli", "--home", str(self.home), *map(str, words)]
        clock = {"ORDERSCOPE_NOW": self.now} if self.now else {}
        return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **clock})

    def __call__(self, *words: object) -> str:
        done = self.run(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def rows(self, *words: object) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(*words, "--json").splitlines()]

    def refused(self, *words: object) -> str:
        done = self.run(*words)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        return done.stderr
