"""What documents said that were read before, by their bytes: facts only, and only as long as the reader is the same."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from spiders.orders.bounded import BROKE_BOUNDS, Names, Rows
from spiders.orders.readers import Readers

_SHARED_CODE = ("markup.py", "json_ld.py")


def user_cache() -> Path:
    """Return where a user's caches lie."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "orderscope"


@cache
def reader_version() -> str:
    """Return what changes whenever the reader does: the hash of its files."""
    folder = Path(__file__).parent
    files = [*sorted(folder.glob("*.py")), *sorted(folder.glob("*.toml")), *(folder.parent / n for n in _SHARED_CODE)]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


@dataclass
class KnownDocuments:
    """Reads documents, each only once. What is kept of one is its rows, and nothing that names a person."""

    folder: Path
    readers: Readers = field(default_factory=Readers)

    def read(self, body: bytes, name: str, timezone: str, names: Names = ()) -> Rows:
        """Return the rows of a document; those that were read before where they were."""
        file = self._file(body, name, timezone, names)
        with suppress(OSError, ValueError):
            rows: Rows = json.loads(file.read_bytes())
            return rows
        rows = self.readers.read(body, name, timezone, names)
        if not any(row["reason"] == BROKE_BOUNDS for row in rows):  # another time there may be more of both
            self._keep(file, rows)
        return rows

    def close(self) -> None:
        """End the workers."""
        self.readers.close()

    def _file(self, body: bytes, name: str, timezone: str, names: Names) -> Path:
        suffix = Path(name).suffix.lower()
        asked = f"{reader_version()} {timezone} {suffix} {names} {hashlib.sha256(body).hexdigest()}"
        key = hashlib.sha256(asked.encode()).hexdigest()
        return self.folder / key[:2] / f"{key[2:40]}.json"

    def _keep(self, file: Path, rows: Rows) -> None:
        """Keep rows; a disk that is full or not ours costs the second reading, and nothing else."""
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            written = file.with_suffix(f".{os.getpid()}.{id(rows)}")
            written.write_text(json.dumps(rows))
            written.replace(file)
