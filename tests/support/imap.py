"""A mail server on loopback that speaks as much IMAP as it takes to read a folder, and remembers what it was told."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        self._say(b"* OK ready")
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(" ")
            self.server.told.append(command)
            self._answer(tag, command)
            if command.upper().startswith("LOGOUT"):
                return

    def _answer(self, tag, command):
        verb = " ".join(command.upper().split()[: 2 if command.upper().startswith("UID") else 1])
        lines, status = self.server.answers(verb, command)
        for line in lines:
            self._say(line)
        self._say(f"{tag} {status} done".encode())

    def _say(self, line):
        self.wfile.write(line + b"\r\n")


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address, block_on_close = True, True, False

    def __init__(self, mails: list[bytes], password: str) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.mails, self.password, self.told = mails, password, []

    @property
    def port(self) -> int:
        return self.server_address[1]

    def answers(self, verb: str, command: str) -> tuple[list[bytes], str]:
        if verb == "CAPABILITY":
            return [b"* CAPABILITY IMAP4rev1"], "OK"
        if verb == "LOGIN":
            return [], "OK" if self.password in command else "NO wrong"
        if verb == "EXAMINE":
            return ([b"* 9 EXISTS"], "OK [READ-ONLY]") if "INBOX" in command else ([], "NO there is none")
        if verb == "UID SEARCH":
            return [("* SEARCH " + " ".join(str(n) for n in range(1, len(self.mails) + 1))).encode()], "OK"
        if verb == "UID FETCH":
            uid = int(re.search(r"FETCH (\d+)", command)[1])
            mail = self.mails[uid - 1]
            return [b"* %d FETCH (UID %d BODY[] {%d}\r\n%s)" % (uid, uid, len(mail), mail)], "OK"
        return ([b"* BYE"], "OK") if verb == "LOGOUT" else ([], "BAD")


@contextmanager
def mail_server(mails: list[bytes], password: str) -> Iterator[MailServer]:
    with MailServer(mails, password) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()
