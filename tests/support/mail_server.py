"""A mail server on loopback: it takes what is sent, and remembers it."""

import asyncio
import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Mailbox:
    port: int = 0
    answer: bytes = b"250 taken\r\n"
    """To the mail itself."""
    logins: list[str] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while line := await reader.readline():
            writer.write(self._answer(line.strip()))
            if line.upper().startswith(b"DATA"):
                await writer.drain()
                self.mails.append(message_from_bytes(await reader.readuntil(b"\r\n.\r\n"), policy=policy.default))
                writer.write(self.answer)
        writer.close()

    def _answer(self, line: bytes) -> bytes:
        verb = line.upper().split(b" ")[0]
        if verb == b"EHLO":
            return b"250-here\r\n250 AUTH PLAIN\r\n"
        if verb == b"AUTH":
            self.logins.append(base64.b64decode(line.split(b" ")[2]).decode())
            return b"235 welcome\r\n"
        return {b"QUIT": b"221 bye\r\n", b"DATA": b"354 go on\r\n"}.get(verb, b"250 ok\r\n")


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    mailbox = Mailbox()
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(mailbox.serve, "127.0.0.1", 0))
    mailbox.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield mailbox
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
