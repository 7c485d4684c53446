"""Which browser is installed: Playwright's own, the system's, or none."""

import json
import os
import shutil
import sys
from functools import cache
from pathlib import Path

import playwright


def available() -> bool:
    """Tell whether there is a browser; ``browser.NO_BROWSER`` is the sentence for when there is none."""
    return own_is_installed() or system_executable() is not None


@cache
def own_is_installed() -> bool:
    """Tell whether ``playwright install`` was done for the installed version of Playwright."""
    described = Path(playwright.__file__).parent / "driver" / "package" / "browsers.json"
    listed = json.loads(described.read_text(encoding="utf-8"))["browsers"]
    revision = next(browser["revision"] for browser in listed if browser["name"] == "chromium")
    kinds = ("chromium", "chromium_headless_shell")
    return any((_folder() / f"{kind}-{revision}" / "INSTALLATION_COMPLETE").exists() for kind in kinds)


def _folder() -> Path:
    cache_home = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", cache_home / "ms-playwright"))


@cache
def system_executable() -> str | None:
    """Return the system's Chromium or Chrome."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)
