"""A webhook: the message as JSON, by POST. A redirect is not followed, for it would take the headers elsewhere."""

from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import orjson
from pydantic import BaseModel, ConfigDict, Field

from pipelines.alerts.message import Message
from pipelines.alerts.secret import NotSent, revealed

_SECONDS = 20


class Webhook(BaseModel):
    """``[[webhook]]``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(pattern=r"^(https?://|\$)")
    headers: Mapping[str, str] = Field(default_factory=dict)

    def send(self, _home: Path, message: Message) -> None:
        """Post it; raises NotSent where the answer is no 2xx."""
        url = urlsplit(revealed(self.url))
        headers = {name: revealed(value) for name, value in self.headers.items()}
        target = url.path + (f"?{url.query}" if url.query else "")
        connect = HTTPSConnection if url.scheme == "https" else HTTPConnection
        try:
            connection = connect(url.hostname or "", url.port, timeout=_SECONDS)
            try:
                body = orjson.dumps(message.as_row())
                connection.request("POST", target or "/", body, {"Content-Type": "application/json", **headers})
                status = connection.getresponse().status
            finally:
                connection.close()
        except (OSError, HTTPException, ValueError) as error:
            raise NotSent(f"the webhook: {type(error).__name__}") from None
        if not 200 <= status < 300:
            raise NotSent(f"the webhook answered HTTP {status}")
