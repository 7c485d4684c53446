"""Processes that look, side by side: so many at once, and one a host."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import IO

from pipelines.clock import environment

AT_ONCE = 4
"""Hosts looked at at a time: a look waits for its host most of the time, and takes some 150 MB."""
_STOP_SECONDS = 7  # for what is under way to be archived, before it is killed


@dataclass(frozen=True, kw_only=True)
class Collected:
    """What became of looking at one source."""

    spider: str
    run_id: str | None = None
    problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Look:
    spider: str
    process: subprocess.Popen[bytes]
    said: IO[bytes]

    def result(self) -> Collected:
        """Return what it ended with, in its own last words where it has any."""
        self.said.seek(0)
        lines = self.said.read().decode(errors="replace").strip().splitlines()
        self.said.close()
        status = self.process.returncode
        if status < 0:
            return Collected(spider=self.spider, problem=f"its process was ended by {signal.Signals(-status).name}")
        return Collected(spider=self.spider, problem=(lines or ["no word"])[-1] if status else None)


class Crew:
    """Looks that are under way; a thread may stop them while another starts one."""

    def __init__(self, home: Path, at_once: int = AT_ONCE) -> None:
        self._home, self._at_once = home, at_once
        self._looks: dict[str, _Look] = {}
        self._stopped = False
        self._lock = Lock()

    def has_room(self, host: str) -> bool:
        """Tell whether a look at a host may begin now."""
        return not self._stopped and len(self._looks) < self._at_once and host not in self._looks

    def is_idle(self) -> bool:
        """Tell whether nothing is under way."""
        return not self._looks

    def looks_at(self, spider: str) -> bool:
        """Tell whether a look at a source is under way here."""
        return any(look.spider == spider for look in self._looks.values())

    def start(self, spider: str, host: str, *words: str) -> None:
        """Look at a source in a process of its own."""
        with self._lock:
            if self.has_room(host):
                said = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the look has ended
                process = subprocess.Popen(  # noqa: S603 - our own command
                    command(self._home, "collect", spider, *words),
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                    env=environment(),
                    start_new_session=True,
                )
                self._looks[host] = _Look(spider=spider, process=process, said=said)

    def ended(self) -> list[Collected]:
        """Return the looks that have ended since."""
        done = [host for host, look in self._looks.items() if look.process.poll() is not None]
        return [self._looks.pop(host).result() for host in done]

    def stop(self) -> list[Collected]:
        """Ask all to end and wait for it; those that do not are killed. What was seen by then is archived."""
        with self._lock:
            self._stopped = True
            processes = [look.process for look in self._looks.values()]
        stop(processes)
        return self.ended()


def command(home: Path, *words: str) -> list[str]:
    """Return the command line of one of our own commands."""
    return [sys.executable, "-m", "pipelines.cli", "--home", str(home), *words]


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End processes and what they began: in order, or after some seconds whatever they do."""
    for number, seconds in ((signal.SIGTERM, _STOP_SECONDS), (signal.SIGKILL, 1)):
        for process in processes:
            if process.poll() is None:
                os.killpg(process.pid, number)
        until = time.monotonic() + seconds
        while any(process.poll() is None for process in processes) and time.monotonic() < until:
            time.sleep(0.05)
