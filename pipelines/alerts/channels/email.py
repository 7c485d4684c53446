"""E-mail, by SMTP."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from pipelines.alerts.message import Message
from pipelines.alerts.secret import NotSent, Secret, revealed

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_SECONDS = 20


class Email(BaseModel):
    """``[[email]]``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    server: str
    """Host, or host:port."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: Secret | None = None
    sender: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    to: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _no_password_in_the_clear(self) -> Self:
        if self.password and self.security == "none" and self._host not in _LOOPBACK:
            raise ValueError("a password is not sent without encryption: security is starttls or tls")
        return self

    @property
    def _host(self) -> str:
        return self.server.rpartition(":")[0] or self.server

    @property
    def _port(self) -> int:
        _, colon, port = self.server.rpartition(":")
        return int(port) if colon else {"starttls": 587, "tls": 465, "none": 25}[self.security]

    def send(self, _home: Path, message: Message) -> None:
        """Send it to all in one mail; raises NotSent."""
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = message.subject, self.sender, ", ".join(self.to)
        mail["Date"], mail["Message-ID"] = format_datetime(message.at_utc), make_msgid(domain="orderscope")
        mail.set_content(f"{message.text}\n")
        try:
            with self._session() as session:
                if self.user:
                    session.login(revealed(self.user), revealed(self.password or ""))
                session.send_message(mail)
        except smtplib.SMTPResponseException as error:  # what the server said may repeat what it was sent
            raise NotSent(f"the mail server answered {error.smtp_code}") from None
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(f"the mail server: {_what(error)}") from None

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        context = ssl.create_default_context()
        if self.security == "tls":
            session: smtplib.SMTP = smtplib.SMTP_SSL(self._host, self._port, timeout=_SECONDS, context=context)
        else:
            session = smtplib.SMTP(self._host, self._port, timeout=_SECONDS)
        with session:
            if self.security == "starttls":
                session.starttls(context=context)
            yield session


def _what(error: Exception) -> str:
    """Say what went wrong without anybody's address; the words of a certificate may hold the host's."""
    if isinstance(error, ssl.SSLCertVerificationError):
        why = error.verify_message.partition(", certificate is not valid for")[0]
        return f"its certificate is refused ({why}), and nothing was sent"
    if isinstance(error, ssl.SSLError):
        return "no encryption could be agreed on: is security (starttls, tls) what this port speaks?"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"it cannot do what is asked of it: {error}"
    return type(error).__name__
