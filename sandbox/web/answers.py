"""How answers are made: JSON, lists of entries page by page, and pages from templates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import orjson
from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sandbox.misbehaviour import renamed, withheld
from sandbox.money import with_comma
from sandbox.present import Entry
from sandbox.web.asked import how_to_misbehave, number_in, page_of

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "pages"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.filters["comma"] = with_comma


@dataclass(frozen=True)
class Cut:
    """One page of a list."""

    entries: list[Entry]
    total: int
    page: int
    pages: int


def cut(request: Request, entries: Sequence[Entry], size: int) -> Cut:
    """Return the page of the list that is asked for, without its entries where the shop withholds them."""
    how, page = how_to_misbehave(request), page_of(request)
    here = withheld(entries[(page - 1) * size : page * size], how)
    total = 0 if how == "empty" else len(entries)
    return Cut(here, total, page, max(1, ceil(total / size)))


def json(content: object, status: int = 200) -> Response:
    """Answer with JSON."""
    return Response(orjson.dumps(content), status, media_type="application/json")


def json_list(request: Request, name: str, entries: Sequence[Entry], size: int) -> Response:
    """Answer with one page of a list; ``size`` is the usual and the largest one."""
    here = cut(request, entries, number_in(request, "size", size, size))
    shown = renamed(here.entries, how_to_misbehave(request))
    return json({"total": here.total, "page": here.page, "pages": here.pages, name: shown})


def html(request: Request, template: str, **context: object) -> HTMLResponse:
    """Answer with a page; when fields are renamed, its classes are, as after a redesign."""
    text = _TEMPLATES.get_template(template).render(context)
    if how_to_misbehave(request) == "renamed_fields":
        text = re.sub(r'class="([\w-]+)', r'class="\1-v2', text)
    return HTMLResponse(text)
