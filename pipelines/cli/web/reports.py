"""Reports: the list of them, and each file of them as it was written."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pipelines.cli.web.answers import home_of, html

_SHOWN = (".html", ".md", ".svg", ".png", ".csv")


def listed(request: Request) -> Response:
    """Show which reports there are."""
    pages = sorted(file.stem for file in _folder(request).glob("*.html") if file.stem != "index")
    return html(request, "reports.html", reports=pages)


def one(request: Request) -> Response:
    """Give a file of the reports; nothing outside of their folder."""
    folder = _folder(request).resolve()
    file = (folder / request.path_params["path"]).resolve()
    if not file.is_relative_to(folder) or not file.is_file() or file.suffix not in _SHOWN:
        raise HTTPException(404)
    media_type = "text/plain" if file.suffix == ".md" else None
    return FileResponse(file, media_type=media_type, headers={"X-Content-Type-Options": "nosniff"})


def _folder(request: Request) -> Path:
    return home_of(request) / "reports"
