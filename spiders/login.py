"""A human logs in, in a browser of their own; what the browser then holds is stored, for its owner only."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page as BrowserTab
from playwright.sync_api import sync_playwright

from spiders.browser import NO_BROWSER, launch_options
from spiders.declaration import DeclarationError, Retailer
from spiders.installed_browser import available
from spiders.platform import platform
from spiders.platforms.account_orders import AccountOrders
from spiders.settings import USER_AGENT


class NoLogin(ValueError):  # noqa: N818 - it is what did not happen
    """Nobody could log in, or nobody did; the message says why and what to do."""


def account_of(retailer: Retailer) -> AccountOrders:
    """Return the retailer's account; raises DeclarationError where none is declared."""
    for source in retailer.sources:
        found = platform(retailer, source)
        if isinstance(found, AccountOrders):
            return found
    raise DeclarationError(f"{retailer.slug} has no account to log in to: declare a source of platform account_orders")


def log_in(account: AccountOrders, file: Path, human: Callable[[BrowserTab], None], *, headless: bool = False) -> None:
    """Open the account in a browser, let ``human`` log in, and store the session in ``file``.

    ``human`` returns when the orders are on the screen. Raises NoLogin.
    """
    if not available():
        raise NoLogin(NO_BROWSER)
    if not headless and not _has_screen():
        name = f"{file.parent.name}/{file.name}"
        raise NoLogin(f"there is no screen here: log in on a machine that has one, and copy its data/{name}")
    address = next(iter(account.first())).url
    with sync_playwright() as driver, driver.chromium.launch(headless=headless, **launch_options()) as browser:
        # The look that uses the session comes with this name, and some shops end a session whose name changes.
        context = browser.new_context(user_agent=USER_AGENT)
        tab = context.new_page()
        tab.goto(address)
        human(tab)
        _refuse_logged_out(account, context.new_page(), address)
        _store(json.dumps(context.storage_state()), file)


def _has_screen() -> bool:
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _refuse_logged_out(account: AccountOrders, tab: BrowserTab, address: str) -> None:
    tab.goto(address, wait_until="networkidle")
    if tab.query_selector(account.options.logged_out):
        raise NoLogin(f"{address} still shows the login form: nothing was stored; log in, and confirm when it is gone")


def _store(session: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.parent.chmod(0o700)
    fresh = file.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        out.write(session)
    fresh.rename(file)
