r"""Mails of one's own orders, in a mailbox on a server (IMAP), which is only read.

Recognise it: the shop writes to a mailbox that a program may open, with a password for programs or one of its own.

    [sources.options]
    server = "imap.provider.example"
    user = "$SHOP_MAIL_USER"          # from the environment; never written here
    password = "$SHOP_MAIL_PASSWORD"
    folder = "INBOX"
    sender = "kade.example"           # only mails whose sender has this; all where it is not given
    days = 60                         # how far back
    most = 500                        # how many mails a look reads, the newest

The other words are those of documents: names, patterns, constants, values, times.

Traps: the folder is opened for reading only, and no mail is marked as seen; nothing is moved, answered or deleted. Give
``sender``, or a look reads every mail of these days; other shops' mails are recognised and not kept, but they are read.
A provider may want a password for programs beside that of the person.
"""

import imaplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Literal

from imap_tools import AND, BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import MailboxFolderSelectError, MailboxLoginError
from pydantic import Field, model_validator

from pipelines.clock import now_utc
from pipelines.records import Page
from spiders.declaration import from_environment
from spiders.errors import Blocked, Empty, Gone, Missing
from spiders.orders.largest import LARGEST
from spiders.orders.source import DocumentWords, OwnDocuments

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_SECONDS = 30


class Mailbox(OwnDocuments):
    """Mails of a folder of an IMAP server."""

    class Options(DocumentWords):
        """The words of a mailbox source."""

        server: str
        port: int | None = None
        user: str
        password: str = Field(pattern=r"^\$[A-Z_][A-Z0-9_]*$")
        folder: str = "INBOX"
        sender: str | None = None
        days: int = Field(default=60, ge=1)
        most: int = Field(default=500, ge=1, le=10_000)
        encryption: Literal["tls", "none"] = "tls"
        """none: only on this machine."""

        @model_validator(mode="after")
        def _encrypted(self) -> "Mailbox.Options":
            if self.encryption == "none" and self.server not in _LOOPBACK:
                raise ValueError("a password goes to another machine encrypted, or not at all")
            return self

    options: Options

    def pages(self, home: Path) -> Iterator[Page]:  # noqa: ARG002 - the mailbox is elsewhere
        """Yield the newest mails; raises Missing, Blocked or Gone where it cannot be opened, Empty without mails."""
        options, found = self.options, False
        since = (now_utc() - timedelta(days=options.days)).date()
        wanted = AND(date_gte=since, size_lt=LARGEST, from_=options.sender)
        with self._opened() as box:
            for mail in box.fetch(wanted, None, mark_seen=False, reverse=True, limit=options.most):
                found = True
                yield Page(
                    url=f"file:{options.folder}/{mail.uid}.eml",
                    seen_at_utc=now_utc(),
                    body=mail.obj.as_bytes(),
                    media_type="message/rfc822",
                )
        if not found:
            raise Empty(f"{options.folder} holds no mail of the last {options.days} days that is looked for")

    @contextmanager
    def _opened(self) -> Iterator[BaseMailBox]:
        """Open the folder for reading only."""
        with self._connected() as box:
            try:
                box.folder.set(self.options.folder, readonly=True)
            except MailboxFolderSelectError:
                raise Gone(f"the mailbox has no folder {self.options.folder}") from None
            yield box

    @contextmanager
    def _connected(self) -> Iterator[BaseMailBox]:
        options = self.options
        user, password = from_environment(options.user), from_environment(options.password)
        kind, port = (MailBox, 993) if options.encryption == "tls" else (MailBoxUnencrypted, 143)
        try:
            box: BaseMailBox = kind(options.server, options.port or port, timeout=_SECONDS)
        except (OSError, imaplib.IMAP4.error) as error:
            raise Missing(f"the mail server cannot be reached: {type(error).__name__}") from None
        try:
            box.login(user, password, initial_folder=None)
        except MailboxLoginError:
            box.client.shutdown()
            raise Blocked("the mail server refuses the user or the password") from None
        with box:
            yield box
