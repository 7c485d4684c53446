"""``python -m benchmarks.pages``: pages of records for the crawl benchmark, small (3 KB) and large (150 KB)."""

from functools import cache

import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PORT = 8651
RECORDS, PAGES = 30, {"small": 400, "large": 100}
PADDING = {"small": 0, "large": 4900}


@cache
def _body(size: str, page: int) -> bytes:
    records = [_record(size, (page - 1) * RECORDS + n) for n in range(RECORDS)]
    return orjson.dumps({"total": RECORDS * PAGES[size], "records": records})


def _record(size: str, number: int) -> dict[str, object]:
    place = {"id": f"L{number:05d}", "name": f"Place {number}", "city": "Leiden", "lat": 52.1, "lon": 4.5}
    return place | {"text": "x" * PADDING[size]}


async def _answer(request: Request) -> Response:
    size = request.url.path.removeprefix("/")
    return Response(_body(size, int(request.query_params["page"])), media_type="application/json")


if __name__ == "__main__":
    app = Starlette(routes=[Route(f"/{size}", _answer) for size in PAGES])
    uvicorn.run(app, host="127.0.0.1", port=PORT, log_level="error")
