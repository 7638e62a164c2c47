"""A process of the program's own that says lines of JSON, and ends when nobody listens any more."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from briefreader.library.sync.pool import python

_GRACE_SECONDS = 10.0

Said = dict[str, Any]


class Child:
    """Runs ``main`` of a module, told ``order`` on its stdin, which stays open as long as it is wanted."""

    def __init__(self, module: str, order: Said) -> None:
        self._process = subprocess.Popen(  # noqa: S603
            python(module),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdin is not None  # noqa: S101
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()

    def said(self, cancelled: Callable[[], bool] | None, look_seconds: float) -> Iterator[Said]:
        """Yield what it says until it ends; told to stop once ``cancelled``, which is asked so often."""
        assert self._process.stdout is not None  # noqa: S101
        pending = b""
        told = False
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while True:
                if not told and cancelled is not None and cancelled():
                    self.stop()
                    told = True
                if not selector.select(look_seconds):
                    continue
                block = os.read(self._process.stdout.fileno(), 65536)
                if not block:
                    return
                *lines, pending = (pending + block).split(b"\n")
                yield from map(json.loads, lines)

    def stop(self) -> None:
        """Ask it to end; :meth:`said` ends when it has."""
        self._process.terminate()

    def end(self) -> None:
        """Wait for its end, and make it sure."""
        self.stop()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def begin() -> tuple[Said, threading.Event]:
    """Return, within the child, what it was told, and what is set when it is to end or its parent is gone."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    told: Said = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_wait_for_end, args=(stop,), daemon=True).start()
    return told, stop


def say(said: Said) -> None:
    """Say something to the parent, from within the child."""
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


def _wait_for_end(stop: threading.Event) -> None:
    sys.stdin.buffer.read()
    stop.set()
