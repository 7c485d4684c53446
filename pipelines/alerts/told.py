"""What each channel was told: it decides what is news there."""

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson

from pipelines.alerts.trouble import Trouble


@dataclass
class Told:
    """What one channel knows."""

    troubles: dict[str, Trouble] = field(default_factory=dict)
    """Troubles that it was told of and that were not well again, by key."""
    period: str | None = None
    """The last day or week that was summed up."""

    def news(self, now: Sequence[Trouble]) -> tuple[list[Trouble], list[Trouble]]:
        """Return what turned bad since, and what is well again."""
        keys = {trouble.key for trouble in now}
        bad = [trouble for trouble in now if trouble.key not in self.troubles]
        return bad, [trouble for key, trouble in self.troubles.items() if key not in keys]


class Ledger:
    """``data/alerts.json``: what every channel was told. To be had from ``ledger`` only."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            kept = orjson.loads(path.read_bytes())
        except (FileNotFoundError, orjson.JSONDecodeError):
            kept = {}  # what is lost is told again
        self._told = {
            name: Told({key: Trouble(**of) for key, of in row["troubles"].items()}, row["period"])
            for name, row in kept.items()
        }

    def of(self, channel: str) -> Told:
        """Return what a channel was told."""
        return self._told.setdefault(channel, Told())

    def save(self) -> None:
        """Write it: from now on nobody is told this again."""
        part = self._path.with_suffix(".part")
        part.write_bytes(orjson.dumps({name: asdict(told) for name, told in self._told.items()}))
        part.replace(self._path)


@contextmanager
def ledger(home: Path) -> Iterator[Ledger]:
    """Open the ledger; one process at a time."""
    path = home / "data" / "alerts.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield Ledger(path)
