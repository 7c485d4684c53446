import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic, sleep

import pytest

from pipelines.archive import read_archive
from pipelines.home import archive_root, landing_root
from pipelines.records import Page, Reading, Run
from spiders.collect import Collector
from spiders.declaration import Retailer
from spiders.platform import Platform, platform
from spiders.reading import platform_reader


def shop(kind: str, platform_name: str, options: dict, **words: object) -> Retailer:
    source = {"kind": kind, "platform": platform_name, "expect": {"min": 1}, "options": options}
    retailer = {"slug": "shop", "name": "Shop", "country": "NL", "timezone": "Europe/Amsterdam", "delay_seconds": 0}
    return Retailer.model_validate({"url": "http://shop.example"} | retailer | {"sources": [source]} | words)


@pytest.fixture
def make() -> Callable[..., Platform]:
    def make(kind: str, platform_name: str, options: dict) -> Platform:
        retailer = shop(kind, platform_name, options)
        return platform(retailer, retailer.sources[0])

    return make


@pytest.fixture
def read() -> Callable[..., Reading]:
    def read(kind: str, platform_name: str, options: dict, page: Page) -> Reading:
        retailer = shop(kind, platform_name, options)
        return platform_reader(platform(retailer, retailer.sources[0]))(page)

    return read


@pytest.fixture
def web() -> Callable[..., Page]:
    def web(body: object, media_type: str = "text/html", **words: object) -> Page:
        if not isinstance(body, bytes):
            body = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        return Page(
            **{
                "url": "http://shop.example/",
                "seen_at_utc": datetime.fromisoformat("2025-01-06"),
                "body": body,
                "media_type": media_type,
                **words,
            }
        )

    return web


@dataclass
class Answer:
    body: bytes = b"[]"
    status: int = 200
    headers: dict = field(default_factory=dict)
    after_seconds: float = 0
    media_type: str = "application/json"


@dataclass
class Server:
    """A server on loopback that gives each path its answers in turn, and the last one from then on."""

    url: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(lambda: [Answer(b"", 404)]))
    asked: list[tuple[str, float, dict]] = field(default_factory=list)

    def says(self, path: str, *answers: object, **words: object) -> None:
        plain = [
            a if isinstance(a, Answer) else Answer(a if isinstance(a, bytes) else json.dumps(a).encode())
            for a in answers
        ]
        self.answers[path] = [Answer(**{**vars(answer), **words}) for answer in plain]

    def times_asked(self, path: str) -> list[float]:
        return [when for asked, when, _ in self.asked if asked == path]

    def next_for(self, path: str, headers: dict) -> Answer:
        self.asked.append((path, monotonic(), headers))
        answers = self.answers[path]
        return answers.pop(0) if len(answers) > 1 else answers[0]


@contextmanager
def serving() -> Iterator[Server]:
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer = told.next_for(self.path, dict(self.headers))
            sleep(answer.after_seconds)
            head = {"Content-Type": answer.media_type, "Content-Length": len(answer.body)} | answer.headers
            lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
            self.wfile.write(f"HTTP/1.1 {answer.status} X\r\n{lines}\r\n".encode() + answer.body)

        do_POST = do_GET  # noqa: N815 - the standard library's name

        def log_message(self, *_):
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads, httpd.block_on_close, httpd.handle_error = True, False, lambda *_: None  # clients go away
    thread = threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{httpd.server_port}"
    yield told
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as told:
        yield told


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    """A server that is somebody else's."""
    with serving() as told:
        yield told


@dataclass
class Seen:
    """What a run left behind."""

    home: Path
    run: Run

    @property
    def looks(self) -> list[tuple[str, str | None]]:
        return [(look["outcome"], look["reason"]) for look in self.lines("look")]

    def lines(self, record: str) -> list[dict]:
        file = landing_root(self.home) / self.run.run_id / f"{record}.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    @property
    def archived(self) -> list[Page]:
        file = f"{self.run.retailer}/{self.run.source}/{self.run.run_id}.warc.gz"
        return [item[0] for item in read_archive(archive_root(self.home), file) if isinstance(item, tuple)]


@pytest.fixture
def look(tmp_path) -> Iterator[Callable[..., Seen]]:
    """One look at a source of the server, by the real crawler."""
    with Collector(tmp_path) as collector:

        def look(url: str, kind: str, platform_name: str, options: dict, **words: object) -> Seen:
            retailer = shop(kind, platform_name, options, url=url, **words)
            return Seen(tmp_path, collector.collect(retailer, retailer.sources[0]))

        yield look
