"""A file that grows by a line of JSON a message."""

from pathlib import Path

import orjson
from pydantic import BaseModel, ConfigDict

from pipelines.alerts.message import Message
from pipelines.alerts.secret import NotSent


class File(BaseModel):
    """``[[file]]``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    """Relative to the home."""

    def send(self, home: Path, message: Message) -> None:
        """Append it; raises NotSent."""
        try:
            with (home / self.path).open("ab") as file:
                file.write(orjson.dumps(message.as_row(), option=orjson.OPT_APPEND_NEWLINE))
        except OSError as error:
            raise NotSent(f"the file: {error.strerror}") from error
