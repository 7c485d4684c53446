"""Between the shop and its visitors: refuses, or marks an answer to be spoilt, as the rules in force say."""

from urllib.parse import parse_qs

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.misbehaviour import Misbehaviour, Rule

CONTROL = "/sandbox/"
CHALLENGE = """<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper"><h1>127.0.0.1</h1>
<h2>Verify you are human by completing the action below.</h2><div id="challenge-stage"></div>
<noscript>Enable JavaScript and cookies to continue</noscript></div></body></html>"""


class Spoiler:
    """ASGI middleware; the control below ``/sandbox/`` always behaves."""

    def __init__(self, app: ASGIApp, rules: Misbehaviour) -> None:
        self._app, self._rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the shop's stead where a rule refuses; pass on all else."""
        app = self._app
        if scope["type"] == "http" and not scope["path"].startswith(CONTROL):
            rule = self._rules.for_answer(scope["path"], _page(scope))
            scope["misbehave"] = rule
            app = (_refusal(rule) if rule else None) or app
        await app(scope, receive, send)


def _page(scope: Scope) -> int:
    text = parse_qs(scope["query_string"].decode("latin-1")).get("page", ["1"])[0]
    return int(text) if text.isdecimal() else 1


def _refusal(rule: Rule) -> Response | None:
    if rule.how == "error_500":
        return PlainTextResponse("Internal Server Error", 500)
    if rule.how == "rate_limit":
        return PlainTextResponse("Too many requests", 429, {"Retry-After": "1"})
    return HTMLResponse(CHALLENGE, rule.status) if rule.how == "challenge" else None
