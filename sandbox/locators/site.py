"""The rented locators over HTTP, below ``/locators/``: a page for each, its scripts, and its API."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sandbox.locators.asking import refusal, words_of
from sandbox.locators.catalogue import FOLDER, Locator, locators
from sandbox.locators.cutting import cut, listed
from sandbox.locators.places import Place, place_of
from sandbox.web.answers import json
from sandbox.web.asked import shop_of

_MEDIA_TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".xml": "application/xml"}
_PAGES, _ANSWERS = FOLDER / "pages", FOLDER / "answers"
_TEMPLATES = Environment(
    loader=FileSystemLoader([_PAGES, _ANSWERS, FOLDER.parent / "pages"]),
    autoescape=select_autoescape(["html", "xml"]),
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters["slashed"] = lambda text: text.replace("/", r"\/")  # as WordPress writes addresses into scripts


async def index(request: Request) -> Response:
    """List the locators."""
    return _shown(request, _PAGES / "index.html", names=list(locators()))


async def home(request: Request) -> Response:
    """Send a visitor without the closing slash to the page."""
    return RedirectResponse(f"{request.base_url}locators/{_asked(request).name}/")


async def page(request: Request) -> Response:
    """Show the page on which the shop embeds the locator."""
    return _shown(request, _PAGES / f"{_asked(request).name}.html", places=_places(request))


async def script(request: Request) -> Response:
    """Give the page's own script; only some pages have one."""
    return _shown(request, _PAGES / f"{_asked(request).name}.js")


async def entry(request: Request) -> Response:
    """Show the page of one place."""
    place = next((place for place in _places(request) if place.ref == request.path_params["ref"]), None)
    return _shown(request, _PAGES / f"{_asked(request).shows}_entry.html" if place else Path(), place=place)


async def api(request: Request) -> Response:
    """Answer as the platform does, or refuse as it does."""
    locator = _asked(request)
    if request.path_params["path"] != locator.answer:
        raise HTTPException(404)
    words = await words_of(request)
    if refused := refusal(locator, request.method, words):
        return json({"error": refused[1]}, refused[0])
    here = cut(listed(_places(request), locator.near, words), locator.paging, words)
    return _shown(request, next(_ANSWERS.glob(f"{locator.shows}.*")), cut=here, places=here.places)


def _asked(request: Request) -> Locator:
    name = request.path_params["name"]
    if name not in locators():
        raise HTTPException(404, f"there is no locator {name}; there are {', '.join(locators())}")
    return locators()[name]


def _places(request: Request) -> list[Place]:
    return [place_of(entry) for entry in shop_of(request).locations()]


def _shown(request: Request, file: Path, **context: object) -> Response:
    if not file.is_file():
        raise HTTPException(404)
    here = f"{request.base_url}locators/{request.path_params.get('name', '')}"
    text = _TEMPLATES.get_template(file.name).render(here=here, **context)
    return Response(text, media_type=_MEDIA_TYPES[file.suffix])


ROUTES = [
    Route("/locators/", index),
    Route("/locators/{name}", home),
    Route("/locators/{name}/", page),
    Route("/locators/{name}/assets/locator.js", script),
    Route("/locators/{name}/afhaalpunt/{ref}", entry),
    Route("/locators/{name}/{path:path}", api, methods=["GET", "POST"]),
]
