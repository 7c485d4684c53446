"""A home whose retailer ``sandbox`` is a shop that trades in a process of its own."""

import json
from pathlib import Path

from sandbox.control import Control
from spiders.files import SANDBOX


def point_at(home: Path, shop: Control) -> None:
    """Declare the sandbox at the shop's address, with the session that a login would have left."""
    words = SANDBOX.read_text().replace("http://127.0.0.1:8650", shop.base_url)
    (home / "retailers").mkdir(parents=True, exist_ok=True)
    (home / "retailers" / "sandbox.toml").write_text(words)
    (home / "inbox" / "sandbox").mkdir(parents=True, exist_ok=True)
    session = home / "data" / "sessions" / "sandbox.json"
    session.parent.mkdir(parents=True, exist_ok=True)
    session.write_text(json.dumps(shop.log_in()))
