"""The customer of the account, and who is logged in."""

import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

COOKIE = "kade_session"


@dataclass(frozen=True)
class Customer:
    """An invented person: the one whom the shop believes the researcher to be."""

    name: str = "Noor van der Proef"
    street: str = "Proefpersoonlaan 12"
    town: str = "2311 AB Leiden"
    phone: str = "+31 71 555 0134"
    mail: str = "noor.proef@example.org"
    password: str = "test-orders"  # noqa: S105 - the sandbox has nothing to protect


CUSTOMER = Customer()


class Sessions:
    """Logged-in sessions by their token."""

    def __init__(self) -> None:
        self._tokens: set[str] = set()

    def log_in(self, mail: str, password: str) -> str | None:
        """Return the token of a new session, or None for a wrong mail or password."""
        return self.open() if (mail, password) == (CUSTOMER.mail, CUSTOMER.password) else None

    def open(self) -> str:
        """Open a session without asking."""
        token = secrets.token_urlsafe(16)
        self._tokens.add(token)
        return token

    def knows(self, token: str | None) -> bool:
        """Say whether a token is logged in."""
        return token in self._tokens

    def expire(self) -> None:
        """Log everybody out."""
        self._tokens.clear()


def storage_state(token: str, base_url: str) -> dict[str, object]:
    """Return what a browser stores after a login, in the form that Playwright takes."""
    cookie = {
        "name": COOKIE,
        "value": token,
        "domain": urlsplit(base_url).hostname,
        "path": "/",
        "expires": -1,
        "httpOnly": True,
        "secure": False,
        "sameSite": "Lax",
    }
    return {"cookies": [cookie], "origins": []}
