"""How answers are made: pages from templates, in the style of the reports, in which no script runs."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from analysis.reports.page.markup import HERE as PAGE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'"
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals["style"] = (PAGE / "style.css").read_text(encoding="utf-8")


def with_commands(sentence: str) -> Markup:
    """Return a sentence as markup, the commands in it set as code.

    >>> with_commands("<late>: `orderscope run` looks")
    Markup('&lt;late&gt;: <code>orderscope run</code> looks')
    """
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(sentence))))  # noqa: S704 - it is escaped


_TEMPLATES.filters["with_commands"] = with_commands


def home_of(request: Request) -> Path:
    """Return the home that is shown."""
    home: Path = request.app.state.home
    return home


def html(request: Request, template: str, status: int = 200, **words: object) -> Response:
    """Answer with a page."""
    text = _TEMPLATES.get_template(template).render(path=request.url.path, **words)
    return HTMLResponse(text, status, headers={"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff"})


def failed(status: int) -> Callable[[Request, Exception], Response]:
    """Return the answer to an error that says itself what to do."""
    return lambda request, error: html(request, "failed.html", status, reason=str(error.args[0]))
