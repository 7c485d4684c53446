"""What goes wrong in a soak: killed processes, misbehaving sites, sessions that come and go."""

import os
import random
import signal
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from benchmarks.soak.world import World
from pipelines.warehouse import Error, NoWarehouse, reading

PATHS = ("/api/locations", "/api/slots", "/api/products", "/api/newsletter")
WAYS = ("error_500", "rate_limit", "challenge", "truncated", "empty", "renamed_fields")
_SESSIONS = 4  # open at a time at most


class Daemon:
    """The daemon of a soak, begun again whenever it was killed."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.process: subprocess.Popen[bytes] | None = None

    def live(self) -> None:
        """Begin it, where it does not run."""
        if self.process is None or self.process.poll() is not None:
            home = str(self._world.home)
            command = [sys.executable, "-m", "pipelines.cli", "--home", home, "schedule", *self._world.shops]
            with (self._world.home / "daemon.log").open("ab") as log:
                self.process = subprocess.Popen(command, env=self._world.environment(), stdout=log, stderr=log)

    def megabytes(self) -> float | None:
        """Return the memory that it holds; None while it does not run."""
        with suppress(FileNotFoundError, ProcessLookupError, IndexError):
            if self.process and self.process.poll() is None:
                status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
                return int(status.split("VmRSS:")[1].split()[0]) / 1024
        return None


class Mischief:
    """Kills, misbehaviour and sessions, drawn from one seed."""

    def __init__(self, world: World, daemon: Daemon, seed: int) -> None:
        self._world, self._daemon = world, daemon
        self._chance = random.Random(seed)
        self._sessions: list[ExitStack] = []
        self.killed: dict[str, int] = {"daemon": 0, "run": 0, "loader": 0}
        self.sessions = 0

    def kill(self) -> bool:
        """Kill the daemon, a run or the loader, whichever is there and chance means; False when it is not there."""
        what = self._chance.choice(list(self.killed))
        words = {"daemon": "schedule", "run": "collect", "loader": "run"}
        found = [pid for pid, command in _processes(self._world.home) if command[0] == words[what]]
        if not found:
            return False
        with suppress(ProcessLookupError):
            os.kill(self._chance.choice(found), signal.SIGKILL)
        self.killed[what] += 1
        return True

    def misbehave(self) -> None:
        """Let a shop behave again, and perhaps another misbehave for some answers."""
        self._chance.choice(list(self._world.shops.values())).behave()
        shop = self._chance.choice(list(self._world.shops.values()))
        shop.misbehave(self._chance.choice(PATHS), self._chance.choice(WAYS), self._chance.randint(1, 6))

    def ask(self) -> None:
        """Open a session and count, or close one."""
        if len(self._sessions) == _SESSIONS or (self._sessions and self._chance.random() < 0.5):
            self._sessions.pop(self._chance.randrange(len(self._sessions))).close()
            return
        stack = ExitStack()
        with suppress(NoWarehouse, Error):
            stack.enter_context(reading(self._world.home)).execute("SELECT count(*) FROM raw.look").fetchall()
            self.sessions += 1
        self._sessions.append(stack)

    def end(self) -> None:
        """Let all shops behave, and close all sessions."""
        for shop in self._world.shops.values():
            shop.behave()
        for session in self._sessions:
            session.close()


def _processes(home: Path) -> list[tuple[int, list[str]]]:
    """Return the processes that work in a home, with the words of their command."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
            if str(home) in words:
                found.append((int(folder.name), words[words.index(str(home)) + 1 :]))
    return found
