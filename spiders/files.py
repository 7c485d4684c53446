"""The retailer files, found without being read."""

from pathlib import Path

SHIPPED = Path(__file__).parent / "retailers"


def declarations(home: Path) -> dict[str, Path]:
    """Return the retailer files by slug: those shipped, and those of ``home/retailers``, which go before them."""
    folders = (SHIPPED, home / "retailers")
    return {f.stem: f for folder in folders for f in sorted(folder.glob("*.toml")) if not f.stem.startswith("_")}
