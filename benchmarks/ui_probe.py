"""A program on a pseudo-terminal, measured: bytes and CPU time for each key, first paint, memory."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_LAUNCH = "import os, sys; os.login_tty(0); os.execvp(sys.argv[1], sys.argv[1:])"
_STRAYS = ("NO_COLOR", "PYTHONDONTWRITEBYTECODE", "SSH_CONNECTION", "TMUX")
_ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
KEYS = {
    "down": b"\x1b[B",
    "pgdn": b"\x1b[6~",
    "enter": b"\r",
    "space": b" ",
    "tab": b"\t",
    "esc": b"\x1b",
    "home": b"\x1b[H",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of something: bytes, the program's CPU time, milliseconds to the first and the last byte."""

    bytes: int
    cpu_ms: float
    first_ms: float
    last_ms: float


class Probe:
    """Runs a command on a terminal of its own with true colour."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int] = (120, 40), env: Mapping[str, str] | None = None
    ) -> None:
        self._master, slave = os.openpty()
        self._resize(size)
        self._began = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={
                **{name: value for name, value in os.environ.items() if name not in _STRAYS},
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                **(env or {}),
            },
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def start(self, awaited: bytes, limit: float = 60) -> Answer:
        """Wait until the program has written ``awaited``; times count from its start."""
        seen, first = bytearray(), 0.0
        while awaited not in seen:
            if time.monotonic() - self._began > limit:
                raise TimeoutError(f"{awaited!r} never came")
            data = self._read(1.0)
            first = first or (self._ms() if data else 0.0)
            seen += data
        return Answer(len(seen), self.cpu_ms(), first, self._ms())

    def settle(self, quiet: float = 0.5, limit: float = 600) -> int:
        """Read until nothing has come for ``quiet`` seconds; return how many bytes came."""
        total, end = 0, time.monotonic() + limit
        while (data := self._read(quiet)) and time.monotonic() < end:
            total += len(data)
        return total

    def key(self, name: str, quiet: float = 0.12) -> Answer:
        """Press a key and read its answer until the program falls quiet."""
        os.write(self._master, KEYS.get(name, name.encode()))
        return self._answer(quiet)

    def hold(self, name: str, times: int, every: float) -> Answer:
        """Send a key as a keyboard repeats it, whatever comes back, and read until just after the last."""
        before, began, total = self.cpu_ms(), time.monotonic(), 0
        for number in range(1, times + 1):
            os.write(self._master, KEYS[name])
            while (left := began + number * every - time.monotonic()) > 0:
                total += len(self._read(left))
        return Answer(total, self.cpu_ms() - before, 0, 0)

    def resize(self, size: tuple[int, int], quiet: float = 0.4) -> Answer:
        """Change the size of the terminal and read the answer."""
        self._resize(size)
        self._process.send_signal(signal.SIGWINCH)
        return self._answer(quiet)

    def idle(self, seconds: float) -> Answer:
        """Leave the program alone."""
        before, end, total = self.cpu_ms(), time.monotonic() + seconds, 0
        while (left := end - time.monotonic()) > 0:
            total += len(self._read(left))
        return Answer(total, self.cpu_ms() - before, 0, 0)

    def cpu_ms(self) -> float:
        """Return the CPU time of all the program's threads so far."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    def rss_mib(self) -> float:
        """Return the program's resident memory."""
        return _rss_mib(self._process.pid)

    def helpers_mib(self) -> float:
        """Return the resident memory of the processes that the program has started."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/children")
        children = [int(child) for task in tasks for child in task.read_text().split()]
        return sum(_rss_mib(child) for child in children)

    def _answer(self, quiet: float) -> Answer:
        before, began, total, first, last = self.cpu_ms(), time.monotonic(), 0, 0.0, 0.0
        while data := self._read(quiet if total else 2.0):
            last = (time.monotonic() - began) * 1e3
            first = first or last
            total += len(data)
        return Answer(total, self.cpu_ms() - before, first, last)

    def _read(self, wait: float) -> bytes:
        ready, _, _ = select.select([self._master], [], [], wait)
        if not ready:
            return b""
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return b""
        for question, answer in _ANSWERS.items():
            for _ in range(data.count(question)):
                os.write(self._master, answer)
        return data

    def _ms(self) -> float:
        return (time.monotonic() - self._began) * 1e3

    def _resize(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))


def _rss_mib(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
