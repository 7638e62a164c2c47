"""Walks the real program on a pseudo-terminal for as long as it is told, and writes down what went wrong."""

from __future__ import annotations

import os
import re
import shutil
import signal
import statistics
import sys
import termios
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefreader.resources import sample_corpus
from tests.hostile.stream import Stream
from tests.pty.driver import LIMIT, Terminal
from tests.soak.steps import Step, steps

_QUIET_S = 0.03
_PATIENCE_S = 5.0
_LEAST = 10
"""Steps that are walked in any case, also where starting takes all the time there is."""
_SAMPLE_EVERY = 200
_TOOLS = ("cat", "wc", "true", "sh", "dirname")
_COMMAND = re.compile(r"commanding: command (\S+)")


@dataclass
class Walk:
    """What came of a walk; ``memory`` is of the last session, in MiB now and then; ``last`` are steps."""

    steps: int = 0
    sessions: int = 0
    commands: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    last: deque[Step] = field(default_factory=lambda: deque(maxlen=12))

    @property
    def growth(self) -> float:
        """How many MiB the last quarter of the walk has over the second, by their medians."""
        quarter = len(self.memory) // 4
        return statistics.median(self.memory[-quarter:]) - statistics.median(
            self.memory[quarter : 2 * quarter]
        )


class _Reader(Terminal):
    """A terminal that judges what it is sent instead of painting it."""

    def __init__(self, command: list[str], home: Path, tools: Path) -> None:
        self.stream = Stream()
        outside = {"PATH": os.fspath(tools), "PAGER": "cat", "EDITOR": "true", "BROWSER": "true"}
        super().__init__(command, home=home, size=(120, 36), env=outside)

    def _show(self, data: bytes) -> None:
        self.stream.feed(data)
        self.answer(data)
        del self.output[:-4000]

    def begin(self) -> None:
        """Read until the reader has taken the terminal: what comes before would go to nobody."""
        limit = time.monotonic() + LIMIT
        while self.is_lent and self.status() is None and time.monotonic() < limit:
            self.settle()

    def regain(self) -> None:
        """Have the terminal back with the reader, or the reader ended."""
        limit = time.monotonic() + LIMIT
        while self.is_lent and self.status() is None and time.monotonic() < limit:
            self.press("enter")
            self.settle()

    def settle(self, seconds: float = _QUIET_S) -> None:
        """Read until nothing comes for a moment; give the terminal back to a reader that stopped."""
        limit = time.monotonic() + _PATIENCE_S
        while self._read(min(limit, time.monotonic() + seconds)) and time.monotonic() < limit:
            if self.take_stop():
                self.signal(signal.SIGCONT)
        if self.take_stop():
            self.signal(signal.SIGCONT)

    @property
    def is_lent(self) -> bool:
        """Whether the line echoes, as it does for a program that the reader has started."""
        flags = self.termios_now[3]
        assert isinstance(flags, int)
        return bool(flags & termios.ECHO)

    @property
    def tail(self) -> bytes:
        """What came last."""
        return bytes(self.output[-600:])

    def megabytes(self) -> float:
        """Return the memory that is resident."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0


def walk(seed: int, seconds: float, home: Path, collection: Path | None = None) -> Walk:
    """Walk over a copy of the sample, and ``collection`` besides, for so many seconds of the clock."""
    sample, tools, files = home / "sample", home / "tools", home / "files"
    shutil.copytree(sample_corpus(), sample)
    _make_tools(tools)
    files.mkdir()
    folders = [os.fspath(folder) for folder in (sample, collection) if folder]
    # The reader starts in a directory of its own: the walk exports files to names without a path.
    enter = 'cd "$1" && shift && exec briefreader --debug "$@"'
    (tools / "briefreader").symlink_to(Path(sys.executable).with_name("briefreader"))
    command = [shutil.which("sh") or "sh", "-c", enter, "sh", os.fspath(files), *folders]
    result, path, end = Walk(), steps(seed), time.monotonic() + seconds
    while time.monotonic() < end and not result.wrong:
        with _Reader(command, home, tools) as terminal:
            _follow(terminal, path, end, sample, result)
            _leave(terminal, result)
    _read_log(home, result)
    return result


def _follow(reader: _Reader, path: Iterator[Step], end: float, sample: Path, result: Walk) -> None:
    """Walk until the time is up, or the reader was left: the palette offers that too."""
    result.sessions += 1
    result.memory.clear()
    reader.begin()
    while (time.monotonic() < end or result.steps < _LEAST) and reader.status() is None:
        result.last.append(step := next(path))
        _take(reader, step, sample)
        result.steps += 1
        if result.steps % _SAMPLE_EVERY == 0 and reader.status() is None:
            result.memory.append(reader.megabytes())


def _take(reader: _Reader, step: Step, sample: Path) -> None:
    if step.kind == "resize":
        reader.resize(*step.size)
    elif step.kind == "file":
        _change(sample, step.number)
    for key in step.keys:
        # While another program has the terminal the kernel echoes what is typed: no business of the reader's.
        reader.press("enter" if reader.is_lent else key)
        reader.settle()
    reader.settle()


def _change(sample: Path, number: int) -> None:
    files = sorted(sample.iterdir())
    chosen = files[number % len(files)]
    if chosen.name.startswith("new-"):
        chosen.unlink()
    else:
        text = f"Report {number}\n\nNATO met Josep Borrell in Brussels on day {number}.\n"
        (sample / f"new-{number % 40}.txt").write_text(text, encoding="utf-8")


def _leave(reader: _Reader, result: Walk) -> None:
    reader.resize(120, 36)
    # Escape and a key right behind it reach a program as Alt and that key: Ctrl-C may have to come again.
    for key in ("enter", *["escape"] * 4, *["ctrl+c"] * 3):
        reader.regain()
        if reader.status() is None:
            reader.press(key)
            reader.settle()
    reader.regain()
    try:
        status = reader.wait()
    except AssertionError:
        result.wrong.append(
            f"the reader did not end; last steps: {list(result.last)}, last bytes: {reader.tail!r}"
        )
        return
    if status != 0:
        result.wrong.append(f"the reader ended with status {status}: {reader.after_leaving()}")
    if reader.termios_now != reader.termios_before:
        result.wrong.append("the line of the terminal is not as it was")
    clipboard = set(reader.stream.clipboard_writes())
    result.wrong += [f"sent {control!r}" for control in reader.stream.foreign() - clipboard]


def _make_tools(tools: Path) -> None:
    tools.mkdir()
    for name in _TOOLS:
        if found := shutil.which(name):
            (tools / name).symlink_to(found)


def _read_log(home: Path, result: Walk) -> None:
    for file in sorted((home / "state" / "briefreader").glob("briefreader.log*")):
        text = file.read_text(encoding="utf-8")
        result.commands.update(_COMMAND.findall(text))
        result.wrong += re.findall(r"^.* (?:ERROR|CRITICAL) .*(?:\n  .*)*", text, re.MULTILINE)
