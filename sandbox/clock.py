"""The shop's present: it can be set to any instant of its world, and runs on from there in real time."""

import time


class ShopClock:
    """A clock between two instants; it stops at the last."""

    def __init__(self, first: int, last: int) -> None:
        self._first, self._last = first, last
        self.set(first)

    def set(self, instant: int) -> None:
        """Let it show ``instant`` now; raises ValueError outside the world."""
        if not self._first <= instant <= self._last:
            raise ValueError("that instant is outside the world of this shop")
        self._instant, self._set_at = instant, time.monotonic()

    def now(self) -> int:
        """Return the shop's present."""
        return min(self._last, self._instant + int(time.monotonic() - self._set_at))
