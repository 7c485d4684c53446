"""The customer's account: login, orders that a script renders, invoices as PDF."""

from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sandbox.account_view import account_entries
from sandbox.invoice_pdf import invoice_pdf
from sandbox.sessions import COOKIE, CUSTOMER
from sandbox.web.answers import html, json, json_list
from sandbox.web.asked import shop_of


def _logged_in(request: Request) -> bool:
    return shop_of(request).sessions.knows(request.cookies.get(COOKIE))


async def login(request: Request) -> Response:
    """Show the login form; with POST, open a session or show the form again."""
    if request.method == "GET":
        return html(request, "login.html", wrong=False)
    # A login form has two plain fields: no need of a library for uploads.
    form = parse_qs((await request.body()).decode())
    mail, password = (form.get(name, [""])[0] for name in ("mail", "password"))
    token = shop_of(request).sessions.log_in(mail, password)
    if token is None:
        return html(request, "login.html", wrong=True)
    answer = RedirectResponse("/account/orders", 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="lax")
    return answer


async def orders(request: Request) -> Response:
    """Show the order history; without a session, the way to the login form."""
    if not _logged_in(request):
        return RedirectResponse("/account/login", 303)
    return html(request, "orders.html", customer=CUSTOMER)


async def orders_api(request: Request) -> Response:
    """Give the order history's script an entry per invoice, the newest first."""
    if not _logged_in(request):
        return json({"error": "log in first"}, 401)
    return json_list(request, "invoices", account_entries(shop_of(request)), 1000)


async def invoice(request: Request) -> Response:
    """Give one invoice as PDF."""
    if not _logged_in(request):
        return RedirectResponse("/account/login", 303)
    printed = request.path_params["printed"]
    for order in shop_of(request).own_orders():
        for one in order.invoices:
            if one.printed == printed:
                return Response(invoice_pdf(shop_of(request), order, one), media_type="application/pdf")
    raise HTTPException(404, f"no invoice {printed}")


ROUTES = [
    Route("/account/login", login, methods=["GET", "POST"]),
    Route("/account/orders", orders),
    Route("/account/api/orders", orders_api),
    Route("/account/invoices/{printed}.pdf", invoice),
]
