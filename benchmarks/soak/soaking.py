"""The soak itself: time passes, things go wrong, and at the end everything must be there."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.soak.mischief import Daemon, Mischief
from benchmarks.soak.verdict import faults
from benchmarks.soak.world import World, world

_STEP_SECONDS = 0.5


@dataclass(frozen=True, kw_only=True)
class Soaked:
    """What a soak ended with."""

    killed: dict[str, int]
    sessions: int
    stopped_in: float
    """Seconds from SIGTERM to the daemon's end."""
    megabytes: list[float]
    """Of the daemon, from the beginning to the end."""
    faults: dict[str, list[str]]


def soak(home: Path, *, retailers: int, days: float, seconds_a_day: float, kills: int, seed: int = 1) -> Soaked:
    """Let days pass in a home, with so many kills, and return what was found."""
    with world(home, retailers=retailers, days=days, seconds_a_day=seconds_a_day) as ours:
        daemon = Daemon(ours)
        mischief = Mischief(ours, daemon, seed)
        megabytes = passing(ours, daemon, mischief, kills)
        stopped_in = stopped(daemon)
        mischief.end()
        end = ours.now
        _conclude(ours)
        return Soaked(
            killed=mischief.killed,
            sessions=mischief.sessions,
            stopped_in=stopped_in,
            megabytes=megabytes,
            faults=faults(home, tuple(ours.shops), end, megabytes),
        )


def passing(ours: World, daemon: Daemon, mischief: Mischief, kills: int) -> list[float]:
    """Let the days pass; returns the daemon's memory at every step."""
    done, misbehaved, megabytes = 0, 0, []
    while ours.passed < 1:
        daemon.live()
        ours.set_shops()
        mischief.ask()
        if ours.passed * ours.days * 3 > misbehaved:  # three times a day
            mischief.misbehave()
            misbehaved += 1
        if done < kills and ours.passed * (kills + 1) > done + 1:
            done += mischief.kill()
        if held := daemon.megabytes():
            megabytes.append(held)
        time.sleep(_STEP_SECONDS)
    return megabytes


def stopped(daemon: Daemon) -> float:
    """Ask the daemon to stop; returns after how many seconds it had."""
    daemon.live()
    time.sleep(2)  # so that it has begun
    begun = time.monotonic()
    assert daemon.process
    daemon.process.terminate()
    daemon.process.wait()
    return time.monotonic() - begun


def _conclude(ours: World) -> None:
    """Look at what is due, load what waits."""
    for words in (("run", "--due", *ours.shops), ("load",)):
        command = [sys.executable, "-m", "pipelines.cli", "--home", str(ours.home), *words]
        subprocess.run(command, env=ours.environment(), capture_output=True, check=False)
