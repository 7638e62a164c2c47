"""The main loop of a worker process: tasks come in through a pipe, results go back through it."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection

from briefreader.library.sync.pool import attempt


def main(arguments: Sequence[str]) -> None:
    """Serve the pipe whose file descriptor is named, until its other end closes."""
    # Ctrl-C reaches the whole process group; ending is the parent's affair, and a closed pipe its word.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection: Connection = Connection(int(arguments[0]))
    try:
        while True:
            for result in attempt(connection.recv()):
                connection.send((True, result))
            connection.send((False, None))
    except (EOFError, OSError):
        return
