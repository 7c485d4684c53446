"""The words of ``alerts.toml``: who is told, and how often all is summed up."""

import hashlib
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from pipelines.alerts.channels.email import Email
from pipelines.alerts.channels.file import File
from pipelines.alerts.channels.service import Service
from pipelines.alerts.channels.webhook import Webhook
from pipelines.alerts.message import Message


class NotUnderstood(ValueError):  # noqa: N818 - it is what alerts.toml is
    """A word of ``alerts.toml`` is unknown or wrong; the message says which."""


class Channel(Protocol):
    """A way to be told."""

    def send(self, home: Path, message: Message) -> None:
        """Send a message; raises NotSent."""

    def model_dump_json(self) -> str:
        """Return its words."""


class Alerts(BaseModel):
    """``alerts.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digest: Literal["daily", "weekly"] | None = None
    email: tuple[Email, ...] = ()
    webhook: tuple[Webhook, ...] = ()
    file: tuple[File, ...] = ()
    service: tuple[Service, ...] = ()

    def channels(self) -> dict[str, Channel]:
        """Return the channels by a name that stays while their words do, and tells nothing of them."""
        of: dict[str, Sequence[Channel]] = {
            "email": self.email,
            "webhook": self.webhook,
            "file": self.file,
            "service": self.service,
        }
        return {f"{kind} {_fingerprint(channel)}": channel for kind, some in of.items() for channel in some}


def _fingerprint(channel: Channel) -> str:
    return hashlib.sha256(channel.model_dump_json().encode()).hexdigest()[:8]


def read_alerts(home: Path) -> Alerts | None:
    """Return what ``alerts.toml`` says, None where there is none; raises NotUnderstood."""
    file = home / "alerts.toml"
    if not file.exists():
        return None
    try:
        return Alerts.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotUnderstood(f"{file}: {error}") from error
    except ValidationError as error:
        said = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors(include_input=False))
        raise NotUnderstood(f"{file}: {'; '.join(said)}") from None
