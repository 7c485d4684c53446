"""Any of the services that Apprise knows: chats, telephones, notifications. It is an extra, ``orderscope[alerts]``."""

import logging
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from pipelines.alerts.message import Message
from pipelines.alerts.secret import NotSent, Secret, revealed


class Service(BaseModel):
    """``[[service]]``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: Secret
    """Apprise's address of a service; it holds a token, so it stands in the environment."""

    def send(self, _home: Path, message: Message) -> None:
        """Hand it to the service; raises NotSent."""
        try:
            import apprise  # noqa: PLC0415 - an extra
        except ImportError:
            raise NotSent("services need Apprise: pip install 'orderscope[alerts]'") from None
        logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)  # its log tells of addresses
        service = apprise.Apprise()
        if not service.add(revealed(self.url)):
            raise NotSent("the address is of no service that Apprise knows")
        if not service.notify(title=message.subject, body=message.text):
            raise NotSent("the service did not take it")
