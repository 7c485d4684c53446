"""Several readers of documents at work side by side."""

import os
from queue import SimpleQueue

from spiders.orders.bounded import Names, Reader, Rows

MOST_WORKERS = 4


class Readers:
    """As many readers as there are cores, for as many threads; a thread that comes when all are busy waits."""

    def __init__(self, number: int | None = None) -> None:
        self.number = number or min(os.cpu_count() or 1, MOST_WORKERS)
        self._all = [Reader() for _ in range(self.number)]
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._all:
            self._idle.put(reader)

    def read(self, body: bytes, name: str, timezone: str, names: Names = ()) -> Rows:
        """Return the rows of a document, by the first reader that is free."""
        reader = self._idle.get()
        try:
            return reader.read(body, name, timezone, names)
        finally:
            self._idle.put(reader)

    def close(self) -> None:
        """End the workers."""
        for reader in self._all:
            reader.close()
