"""What the warehouse knows of looks and answers, asked in one go: opening it costs more than the questions."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines.ask import asked
from pipelines.warehouse import NoWarehouse, reading


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What was seen so far."""

    looks: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The last look at each spider, and its last complete one; only those that were looked at."""
    archived_answers: int = 0
    archived_bytes: int = 0
    """Before compression."""


def seen(home: Path) -> Seen:
    """Ask the published warehouse; where there is none, nothing was seen."""
    try:
        with reading(home) as con:
            looks = {f"{row['retailer']}.{row['source']}": row for row in asked(con, "sources") if row["runs"]}
            archived = asked(con, "archived")[0]
    except NoWarehouse:
        return Seen()
    return Seen(looks=looks, archived_answers=archived["answers"], archived_bytes=archived["bytes"])
