"""Serves a shop on loopback, in a thread of this process."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from sandbox.shop import Shop
from sandbox.web.app import create_app

HOST = "127.0.0.1"


class PortTakenError(OSError):
    """Something else listens on the port."""


@contextmanager
def serving(shop: Shop, port: int = 0) -> Iterator[str]:
    """Serve the shop while the block runs, on a free port unless one is given; gives its base URL.

    Raises PortTakenError where something else listens.
    """
    with _listen(port) as listener:
        config = uvicorn.Config(
            create_app(shop), log_level="error", access_log=False, lifespan="off", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="sandbox", daemon=True)
        thread.start()
        try:
            _wait_until_started(server, thread)
            yield f"http://{HOST}:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _listen(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise PortTakenError(f"Port {port} on {HOST} is taken; choose another or stop what listens there.") from error
    return listener


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the sandbox's server did not start")
        time.sleep(0.005)
