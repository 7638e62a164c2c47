"""A program on a pseudo-terminal, for tests: press keys, read until the screen says what was awaited."""

from __future__ import annotations

import errno
import fcntl
import functools
import inspect
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

from tests.pty.keys import key_bytes

LIMIT = 120.0
"""Seconds on the clock after which a test gives up waiting; generous, since it costs only failures."""

# The child makes the terminal its own before it becomes the program: a fork here would copy pytest's threads.
# Tests that run in the background of a shell, or under nohup, are started with signals ignored.
_LAUNCH = """
import os, signal, sys
os.login_tty(0)
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP):
    signal.signal(number, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])
"""
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[<u")
# pyte has one screen; whoever comes to the other, or back, finds it empty.
_ALTERNATE, _CLEARED = re.compile(rb"\x1b\[\?1049[hl]"), b"\x1b[m\x1b[H\x1b[2J"
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*)?\Z")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
# What the machine's user has set and the program would take for its own user's. Where Python holds nothing
# back (PYTHONUNBUFFERED) it hides what such a one would fail to write in the end.
_STRAYS = (
    *("COLUMNS", "LINES", "NO_COLOR", "COLORTERM", "TMUX", "STY", "SSH_CONNECTION", "PYTHONUNBUFFERED"),
    *("LANGUAGE", "PAGER", "EDITOR", "VISUAL", "BROWSER"),
)
_STRAY_FAMILIES = ("BRIEFREADER_", "TEXTUAL", "LC_")
_ASLEEP = "STtIZX"
"""States of a thread, as proc(5) has them, that neither runs nor waits for a processor or a disk."""
_ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}


class LenientScreen(pyte.Screen):
    """A screen that passes over a sequence cut short, as terminals do: what follows may lend it an ending."""


def _lenient(control: Callable[..., None]) -> Callable[..., None]:
    takes = inspect.signature(control)

    @functools.wraps(control)
    def called(*arguments: object, **options: object) -> None:
        try:
            bound = takes.bind(*arguments, **options)
        except TypeError:
            return
        control(*bound.args, **bound.kwargs)

    return called


for _name in set(pyte.Stream.csi.values()):
    setattr(LenientScreen, _name, _lenient(getattr(pyte.Screen, _name)))


class Terminal:
    """One program, the terminal it runs on, and everything it wrote.

    A command without a path is first looked for beside this Python, where the installed ``briefreader`` is.
    ``size`` is columns and rows. With ``home``, the program's HOME and XDG directories lie there, so that it
    meets nothing of the machine's user. ``env`` adds to the environment; None removes a variable. ``answers``
    adds to the questions that the terminal answers.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        home: Path | None = None,
        env: Mapping[str, str | None] | None = None,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        self.output = bytearray()
        self._answers = dict(answers or {})
        self._fresh = b""
        columns, rows = size
        self._screen = LenientScreen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = os.openpty()
        self._set_size(columns, rows)
        self.termios_before = termios.tcgetattr(slave)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=_environment(home, env or {}),
        )
        os.close(slave)

    @property
    def pid(self) -> int:
        """Return the program's process id."""
        return self._process.pid

    @property
    def text(self) -> str:
        """Return the screen as it was last read, a line for each row, without blanks at their ends."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def termios_now(self) -> list[object]:
        """Return the line settings, to be compared with ``termios_before``."""
        return termios.tcgetattr(self._master)

    def press(self, *keys: str) -> None:
        """Send keys, each a name as in :mod:`tests.pty.keys` or text to be typed."""
        for key in keys:
            os.write(self._master, key_bytes(key))

    def until(self, awaited: str | Callable[[str], bool], seconds: float = LIMIT) -> str:
        """Read until the screen holds what is awaited, and return it; AssertionError shows what stood."""
        holds = awaited if callable(awaited) else lambda screen: awaited in screen
        deadline = time.monotonic() + seconds
        while not holds(self.text):
            if not self._read(deadline):
                raise AssertionError(f"{awaited!r} never came; the screen shows:\n{self.text}")
        return self.text

    def wait(self, seconds: float = LIMIT) -> int:
        """Read until the program has ended and return its exit status, negative for a signal."""
        deadline = time.monotonic() + seconds
        while self._read(deadline):
            pass
        try:
            return self._process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise AssertionError(f"still running; the screen shows:\n{self.text}") from None

    def settle(self, seconds: float) -> None:
        """Read until for so long nothing came and the program slept, however late it is given a processor."""
        slept = time.monotonic()
        while time.monotonic() - slept < seconds:
            if self._read(time.monotonic() + seconds / 10) or not self._sleeps():
                slept = time.monotonic()

    def _sleeps(self) -> bool:
        """Tell whether no thread of the program has anything to do; none has where that cannot be seen."""
        states = []
        for stat in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with suppress(OSError):  # this thread has just ended
                states.append(stat.read_text().rpartition(")")[2].split()[0])
        return all(state in _ASLEEP for state in states)

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size, as dragging a window does."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def status(self) -> int | None:
        """Return the exit status, None while the program runs."""
        return self._process.poll()

    def take_stop(self) -> bool:
        """Tell whether the program has been stopped, as by SIGTSTP; each stop is told once."""
        flags = os.WSTOPPED | os.WNOHANG
        try:
            return os.waitid(os.P_PID, self.pid, flags) is not None
        except ChildProcessError:
            return False

    def until_stopped(self, seconds: float = LIMIT) -> None:
        """Read until the program has been stopped."""
        deadline = time.monotonic() + seconds
        while not self.take_stop():
            if time.monotonic() > deadline:
                raise AssertionError(f"not stopped; the screen shows:\n{self.text}")
            self._read(time.monotonic() + 0.05)
        while self._read(time.monotonic() + 0.05):
            pass

    def hang_up(self) -> None:
        """Take the terminal away, as a line that drops does."""
        os.close(self._master)
        self._master = -1

    def process_ends(self, seconds: float = LIMIT) -> int:
        """Wait without reading, as when the terminal has gone, and return the exit status."""
        return self._process.wait(seconds)

    def after_leaving(self) -> str:
        """Return what was written after the alternate screen was left, without controls, stripped."""
        written = bytes(self.output).rpartition(b"\x1b[?1049l")[2].decode("utf-8", "replace")
        return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\r", "", written).strip()

    def keyboard_left_on(self) -> bool:
        """Tell whether the kitty keyboard protocol was pushed more often than popped since."""
        sent = bytes(self.output)
        return len(re.findall(rb"\x1b\[>\d+u", sent)) > sent.count(b"\x1b[<u")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def modes_left_on(self) -> set[int]:
        """Return the private modes (mouse, alternate screen, …) switched on and not off again since."""
        on = {7, 25}
        for modes, state in _MODE.findall(bytes(self.output)):
            numbers = {int(mode) for mode in modes.split(b";")}
            on = on | numbers if state == b"h" else on - numbers
        return on - {7, 25}

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        if self._master >= 0:
            os.close(self._master)

    def _read(self, deadline: float) -> bool:
        """Read once; tell whether more may come before the deadline."""
        watched = select.poll()  # which knows descriptors beyond the 1,024 of select
        watched.register(self._master, select.POLLIN)
        if not watched.poll(max(0.0, deadline - time.monotonic()) * 1000):
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError as problem:
            if problem.errno != errno.EIO:  # what Linux says when the last holder of the terminal has gone
                raise
            return False
        self.output += data
        self._show(self._fresh + data)
        return bool(data)

    def _show(self, data: bytes) -> None:
        """Paint on the screen and answer questions; a sequence cut in two by the read waits for its rest."""
        cut = _UNFINISHED.search(data)
        whole, self._fresh = (data[: cut.start()], data[cut.start() :]) if cut else (data, b"")
        self._stream.feed(_ALTERNATE.sub(_CLEARED, _UNKNOWN_TO_PYTE.sub(b"", whole)))
        self.answer(whole)

    def answer(self, data: bytes) -> None:
        """Answer the questions to the terminal that stand in what was read."""
        for question, answer in (_ANSWERS | self._answers).items():
            for _ in range(data.count(question)):
                os.write(self._master, answer)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _environment(home: Path | None, more: Mapping[str, str | None]) -> dict[str, str]:
    beside = str(Path(sys.executable).parent)
    environment: dict[str, str | None] = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    environment["PATH"] = os.pathsep.join([beside, os.environ.get("PATH", os.defpath)])
    environment |= dict.fromkeys([name for name in environment if name.startswith(_STRAY_FAMILIES)])
    environment |= dict.fromkeys(_STRAYS)
    if home is not None:
        environment |= {"HOME": str(home)} | {
            f"XDG_{name.upper()}_HOME": str(home / name) for name in ("cache", "config", "data", "state")
        }
    environment |= more
    return {name: value for name, value in environment.items() if value is not None}
