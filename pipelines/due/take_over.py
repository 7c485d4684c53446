"""The warehouse takes over what the ledger of due times has noted since."""

from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from pipelines.due.ledger import reading
from pipelines.named_sql import execute
from pipelines.warehouse import Connection

SQL = Path(__file__).parents[1] / "sql" / "load" / "due_times.sql"


def take_over(con: Connection, home: Path) -> int:
    """Write every due time that the ledger noted since the last load into ``raw.due_time``; returns how many."""
    (known,) = con.execute("SELECT coalesce(max(change), 0) FROM raw.due_time").fetchone() or (0,)
    with reading(home) as ledger:
        rows = ledger.ask("changed", change=known)
    if rows:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "due_time.jsonl"
            file.write_bytes(b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows))
            execute(con, SQL, {"file": str(file)})
    return len(rows)
