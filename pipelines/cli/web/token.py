"""Who may ask: whoever shows the token, once in the address and then as a cookie."""

import secrets

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

_COOKIE = "orderscope"


class TokenMiddleware:
    """Lets nobody through who does not show the token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app, self._token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] == "http" and (refusal := self._refusal(Request(scope))):
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refusal(self, request: Request) -> Response | None:
        if self._is(request.cookies.get(_COOKIE)):
            return None
        if not self._is(request.query_params.get("token")):
            return PlainTextResponse("show the token that `orderscope serve` printed: /?token=...", 401)
        answer = RedirectResponse(request.url.remove_query_params("token"), 303)
        answer.set_cookie(_COOKIE, self._token, httponly=True, samesite="strict")
        MutableHeaders(scope={"headers": answer.raw_headers})["Referrer-Policy"] = "no-referrer"
        return answer

    def _is(self, shown: str | None) -> bool:
        return shown is not None and secrets.compare_digest(shown, self._token)
