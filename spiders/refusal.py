"""Tells a refusal from an answer, before any platform reads it.

A challenge page that is taken for "no slots today" is the worst mistake this program can make. The opposite
mistake is near: most shops load a guard's script, or mention captchas in one, on every ordinary page. So a mark
counts only on a page that shows little text, and the scripts that guards put on ordinary pages are no marks.
"""

import re

from pipelines.records import Outcome, Page, Reading
from spiders.markup import decoded, visible_text

WALL_BYTES = 250_000
"""A larger page is no wall, and is not searched for marks."""
WALL_CHARACTERS = 2_500
"""A page that shows more text than this is no wall; those known show up to about 1,200 characters."""

MEDIA_TYPES = {"text/html", "application/xhtml+xml", "application/json"}

HEADER_MARKS = (
    ("Cloudflare", "cf-mitigated", {"challenge", "block"}),
    ("AWS WAF", "x-amzn-waf-action", {"captcha", "challenge"}),
)

TEXT_MARKS = (
    ("Cloudflare", ("_cf_chl_opt",)),
    ("Cloudflare", ("cf-error-details", "cloudflare")),
    ("Cloudflare", ("challenge-form", "/cdn-cgi/")),
    ("Akamai", ("access denied", "errors.edgesuite.net")),
    ("Akamai", ("access denied", "reference&#32;&#35;")),
    ("Akamai", ("sec-if-cpt-container",)),
    ("Akamai", ("/_sec/cp_challenge/",)),
    ("DataDome", ("captcha-delivery.com",)),
    ("HUMAN (PerimeterX)", ("px-captcha",)),
    ("HUMAN (PerimeterX)", ('"blockscript"', "captcha")),
    ("Imperva", ("incapsula incident id",)),
    ("Imperva", ("_incapsula_resource", "incident_id")),
    ("Amazon", ("/errors/validatecaptcha",)),
)
"""Guard, and the pieces of lower-case source that only its wall has together."""

SHOWN_MARKS = (
    ("Cloudflare", "just a moment..."),
    ("Cloudflare", "attention required! | cloudflare"),
    ("HUMAN (PerimeterX)", "access to this page has been denied"),
    ("a guard", "you don't have permission to access"),
    ("Imperva", "pardon our interruption"),
    ("a captcha", "are you a robot"),
    ("a captcha", "not a robot"),
    ("a captcha", "robot or human"),
    ("a captcha", "robot check"),
    ("a captcha", "verify you are human"),
    ("a captcha", "verify that you are human"),
    ("a captcha", "human verification"),
    ("a captcha", "security check to access"),
)
"""Guard, and what its wall says in its title or text."""

_TITLE = re.compile(r"<title[^>]*>([^<]*)")


def refusal(page: Page) -> Reading | None:
    """Return the reading of a page that is no answer, or None when it is one."""
    if guard := _guard(page):
        return Reading(outcome="blocked", reason=f"{guard} stands in the way (HTTP {page.status})")
    if outcome := _outcome(page.status):
        return Reading(outcome=outcome, reason=f"HTTP {page.status}")
    return None


def _outcome(status: int) -> Outcome | None:
    if 200 <= status < 300:
        return None
    if status in {401, 402, 403, 407, 429, 451}:
        return "blocked"
    return "gone" if status in {404, 410} else "http_error"


def _guard(page: Page) -> str | None:
    for guard, header, values in HEADER_MARKS:
        if page.headers.get(header, "").lower() in values:
            return guard
    if page.media_type not in MEDIA_TYPES or len(page.body) > WALL_BYTES:
        return None
    return _guard_of(decoded(page.body, page.headers.get("content-type")).lower())


def _guard_of(source: str) -> str | None:
    in_source = [guard for guard, pieces in TEXT_MARKS if all(piece in source for piece in pieces)]
    if not in_source and not any(words in source for _, words in SHOWN_MARKS):
        return None
    shown = visible_text(source)
    if len(shown) > WALL_CHARACTERS:
        return None
    title = _TITLE.search(source)
    said = f"{title.group(1) if title else ''}\n{shown}"
    return next(iter(in_source + [guard for guard, words in SHOWN_MARKS if words in said]), None)
