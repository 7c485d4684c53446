"""From the report's markdown to HTML, its figures inside it.

What a site wrote is escaped in the markdown already, and stays so. The page's policy lets nothing run but our own
script, and nothing load at all.
"""

import base64
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

HERE = Path(__file__).parent
_PICTURE = re.compile(r'<p><img src="([^"]+)\.svg" alt="([^"]*)"\s*/?></p>')
_LINKS = re.compile(r'<p><a href="([^"]+)\.csv">(.*?)</a> · <a href="[^"]+\.png">.*?</a></p>')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_AGAIN = re.compile(r'(<sup class="footnote-ref"><a [^>]*>\[\d+):\d+\]')
_DAY = r"\d{4}-\d\d(?:-\d\d)?(?: \d\d:\d\d)?"
_TIME = re.compile(rf"<td>((?:<strong>)?{_DAY}(?: to {_DAY})?(?:</strong>)?)</td>")


def page(title: str, language: str, markdown: str, files: Mapping[str, bytes]) -> bytes:
    """Return the page; ``files`` holds the report's figures (svg, csv) by the path by which the markdown names them."""
    body = _parser().render(markdown)
    body = _TABLE.sub(lambda table: f'<div class="table" tabindex="0">{table[0]}</div>', body)
    body = _AGAIN.sub(r"\1]", body)  # a mark says which note, not how often it was cited before
    body = _TIME.sub(r'<td class="time">\1</td>', body)
    body = _PICTURE.sub(lambda found: _figure(found[1], found[2], files), body)
    body = _LINKS.sub(lambda found: _data_link(found[1], found[2], files), body)
    script, style = (_text(name) for name in ("behaviour.js", "style.css"))
    words = {"title": title, "language": language, "body": body, "script": script, "style": style}
    return _template().render(**words, script_hash=_hash_of(script)).encode()


def _figure(path: str, alt: str, files: Mapping[str, bytes]) -> str:
    name = path.rsplit("/", 1)[-1]
    label = f'<figcaption class="unseen">{alt}</figcaption>'  # it is escaped: it was an attribute
    return f'<figure class="{name}" tabindex="0">{_inline_svg(files[f"{path}.svg"].decode(), name)}{label}</figure>'


def _inline_svg(svg: str, name: str) -> str:
    """Return the drawing without its prologue, its identifiers told apart from those of other drawings."""
    drawing = svg[svg.index("<svg") :]
    drawing = re.sub(r"<metadata>.*?</metadata>", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r'\bid="', f'id="{name}-', drawing)
    drawing = re.sub(r'(href="#|url\(#)', rf"\g<1>{name}-", drawing)
    return drawing.replace("<svg ", '<svg role="group" ', 1)


def _data_link(path: str, text: str, files: Mapping[str, bytes]) -> str:
    encoded = base64.b64encode(files[f"{path}.csv"]).decode()
    name = escape(path.rsplit("/", 1)[-1])
    return f'<p class="data"><a download="{name}.csv" href="data:text/csv;base64,{encoded}">{text}</a></p>'


@cache
def _parser() -> MarkdownIt:
    # The only HTML in the markdown is that of our templates: <details> around queries.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    return parser.use(footnote_plugin).use(front_matter_plugin)


@cache
def _template() -> Template:
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html.j2")


@cache
def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash_of(script: str) -> str:
    return base64.b64encode(sha256(script.encode()).digest()).decode()
