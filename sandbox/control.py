"""Holds a shop that trades in a process of its own by its control: for the demo and for tests of whole days."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

_SECONDS = 30


class ControlError(ValueError):
    """The shop does not do what was asked; the message says why."""


@dataclass(frozen=True)
class Control:
    """The control of a shop at ``base_url``."""

    base_url: str

    def set_now(self, now_utc: datetime) -> None:
        """Set the shop's present (UTC, without zone)."""
        self._ask("PUT", "clock", {"now": f"{now_utc.isoformat()}Z"})

    def place_order(self, basket: str, fulfilment: str) -> dict[str, Any]:
        """Place one of the researcher's own test orders now; returns order, invoices, numbers and placed."""
        return dict(self._ask("POST", "orders", {"basket": basket, "fulfilment": fulfilment}))

    def write_documents(self, folder: Path) -> None:
        """Write mails and PDFs of the own orders so far into a folder."""
        self._ask("POST", "documents", {"folder": str(folder)})

    def log_in(self) -> dict[str, Any]:
        """Return what a browser stores after a human's login (Playwright's storage state)."""
        return dict(self._ask("POST", "sessions"))

    def log_everybody_out(self) -> None:
        """End every session."""
        self._ask("DELETE", "sessions")

    def misbehave(self, path: str, how: str, times: int | None = None, **more: object) -> None:
        """Misbehave below a path, so many times or until ``behave``."""
        self._ask("PUT", "misbehave", {"path": path, "how": how, "times": times, **more})

    def behave(self) -> None:
        """Behave again."""
        self._ask("DELETE", "misbehave")

    def truth_between(self, from_utc: datetime, to_utc: datetime) -> tuple[dict[str, int], dict[str, float]]:
        """Return what happened between two instants: orders and invoices, and location-days."""
        ends = urlencode({"from_utc": from_utc.isoformat(), "to_utc": to_utc.isoformat()})
        truth = self._ask("GET", f"truth/between?{ends}")
        return truth["orders"], truth["location_days"]

    def _ask(self, method: str, path: str, content: object = None) -> Any:  # noqa: ANN401 - JSON
        body = None if content is None else json.dumps(content).encode()
        request = Request(f"{self.base_url}/sandbox/{path}", data=body, method=method)  # noqa: S310 - loopback
        try:
            with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - loopback
                return json.loads(answer.read())
        except HTTPError as error:
            raise ControlError(error.read().decode()) from error


@contextmanager
def trading(*, weeks: int, seed: int, port: int) -> Iterator[Control]:
    """Let a shop trade in a process of its own while the block runs.

    ``port`` 0 takes a free one. Raises ControlError with the shop's own sentence when it does not start.
    """
    command = [sys.executable, "-m", "sandbox", "--port", str(port), "--seed", str(seed), "--weeks", str(weeks)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as shop:  # noqa: S603
        try:
            said = shop.stdout.readline() if shop.stdout else ""
            if "trades at" not in said:
                raise ControlError(said.removeprefix("Error: ").strip() or "the sandbox did not start")
            yield Control(said.split("trades at ")[1].split()[0])
        finally:
            shop.terminate()
