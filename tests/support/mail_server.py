"""A mail server on loopback: it takes what is sent, and remembers it."""

import asyncio
import base64
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Literal

Security = Literal["none", "starttls", "tls"]
_ANSWERS = {b"STARTTLS": b"220 go on\r\n", b"QUIT": b"221 bye\r\n", b"DATA": b"354 go on\r\n"}


@dataclass
class Mailbox:
    port: int = 0
    answer: bytes = b"250 taken\r\n"
    """To the mail itself."""
    logins: list[str] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)
    starttls: ssl.SSLContext | None = None
    encrypted: list[bool] = field(default_factory=list)
    """Of each mail, whether it came so."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while line := await reader.readline():
            writer.write(self._answer(line.strip()))
            if line.upper().startswith(b"STARTTLS") and self.starttls:
                await writer.drain()
                try:
                    await writer.start_tls(self.starttls)
                except (ssl.SSLError, ConnectionError):  # the client would not
                    break
            if line.upper().startswith(b"DATA"):
                await writer.drain()
                self.encrypted.append(writer.get_extra_info("cipher") is not None)
                self.mails.append(message_from_bytes(await reader.readuntil(b"\r\n.\r\n"), policy=policy.default))
                writer.write(self.answer)
        writer.close()
        with suppress(ssl.SSLError, ConnectionError):
            await writer.wait_closed()

    def _answer(self, line: bytes) -> bytes:
        verb = line.upper().split(b" ")[0]
        if verb == b"EHLO":
            return b"250-here\r\n" + (b"250-STARTTLS\r\n" if self.starttls else b"") + b"250 AUTH PLAIN\r\n"
        if verb == b"AUTH":
            self.logins.append(base64.b64decode(line.split(b" ")[2]).decode())
            return b"235 welcome\r\n"
        return _ANSWERS.get(verb, b"250 ok\r\n")


@contextmanager
def mail_server(security: Security = "none", certificate: tuple[Path, Path] | None = None) -> Iterator[Mailbox]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
    if context and certificate:
        context.load_cert_chain(*certificate)
    mailbox = Mailbox(starttls=context if security == "starttls" else None)
    loop = asyncio.new_event_loop()
    implicit = context if security == "tls" else None
    server = loop.run_until_complete(asyncio.start_server(mailbox.serve, "127.0.0.1", 0, ssl=implicit))
    mailbox.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield mailbox
    finally:
        asyncio.run_coroutine_threadsafe(_ended(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _ended(server: asyncio.Server) -> None:
    """Stop listening, and let who is still being served go."""
    server.close()
    if served := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(served, timeout=2)
