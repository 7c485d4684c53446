"""The retailer files, found without being read."""

from pathlib import Path

SHIPPED = Path(__file__).parent / "retailers"
SANDBOX = SHIPPED / "_sandbox.toml"
"""The invented shop: declared in the homes of those who watch it, and in no other."""
NOTHING = "nothing is declared yet: `orderscope new NAME URL` writes a declaration; `orderscope demo` shows it all"


def declarations(home: Path) -> dict[str, Path]:
    """Return the retailer files by slug: those shipped, and those of ``home/retailers``, which go before them."""
    folders = (SHIPPED, home / "retailers")
    return {f.stem: f for folder in folders for f in sorted(folder.glob("*.toml")) if not f.stem.startswith("_")}
