"""Words of platforms in a declaration that cannot be used: what is wrong with them is said at the same time."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from spiders.declaration import DeclarationError
from spiders.declaration.faults import faults
from spiders.platform import platform_class


def option_faults(file: Path) -> list[str]:
    """Return what the sources of a retailer file lack of their platform's words, or say that is none; [] if no TOML."""
    try:
        sources = tomllib.loads(file.read_text(encoding="utf-8")).get("sources")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return []
    told = enumerate(sources) if isinstance(sources, list) else ()
    return [fault for nth, source in told if isinstance(source, dict) for fault in _of_source(nth, source)]


def _of_source(nth: int, source: dict[str, Any]) -> Iterator[str]:
    if not isinstance(source.get("platform"), str):
        return
    try:
        options = platform_class(source["platform"]).Options
        options.model_validate(source.get("options", {}))
    except DeclarationError as error:
        yield str(error)
    except ValidationError as error:
        yield from faults(error, f"sources.{nth}.options")
