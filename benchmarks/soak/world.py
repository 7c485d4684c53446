"""The soak's world: shops that trade, a home that declares them, and a clock that runs fast."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sandbox.control import Control, trading

FIRST = datetime.fromisoformat("2025-03-03T00:00")  # before clocks change in America, Europe and Australia
ZONES = ("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe")
TEMPLATE = Path(__file__).with_name("retailer.toml")


@dataclass(frozen=True, kw_only=True)
class World:
    """A home and its shops, on a clock that runs ``speed`` times as fast as time goes by."""

    home: Path
    shops: dict[str, Control]
    days: float
    speed: float
    begun: float = field(default_factory=time.monotonic)

    @property
    def now(self) -> datetime:
        """What the clock shows."""
        return FIRST + timedelta(seconds=(time.monotonic() - self.begun) * self.speed)

    @property
    def passed(self) -> float:
        """The share of the soak that has passed."""
        return (self.now - FIRST) / timedelta(days=self.days)

    def environment(self) -> dict[str, str]:
        """Return the environment of a process with this clock."""
        return {**os.environ, "ORDERSCOPE_NOW": self.now.isoformat(), "ORDERSCOPE_SPEED": f"{self.speed}"}

    def set_shops(self) -> None:
        """Let the shops show what they show now."""
        for shop in self.shops.values():
            shop.set_now(self.now)


@contextmanager
def world(home: Path, *, retailers: int, days: float, seconds_a_day: float) -> Iterator[World]:
    """Open the shops and declare them, four sources each."""
    (home / "retailers").mkdir(parents=True)
    with ExitStack() as stack:
        shops = {}
        for number in range(retailers):
            shop = stack.enter_context(trading(weeks=9 + int(days / 7) + 2, seed=number + 1, port=0))
            slug, zone = f"shop{number + 1}", ZONES[number % len(ZONES)]
            words = TEMPLATE.read_text(encoding="utf-8").format(name=slug, timezone=zone, url=shop.base_url)
            (home / "retailers" / f"{slug}.toml").write_text(words, encoding="utf-8")
            shops[slug] = shop
        yield World(home=home, shops=shops, days=days, speed=86_400 / seconds_a_day)
