"""The log: what the program did and where it failed, in the state directory, and never what an article says.

Only this project's own sentences are written. Of an exception the types and the places in the code are kept,
not the message, which may quote what was being read; of other packages' records the place alone.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from briefreader import places
from briefreader.text.sanitize import sanitize_line

LARGEST = 256 * 1024
"""Size in bytes at which a log is put aside and a new one begun."""
KEPT = 2
"""So many logs put aside are kept."""

_OWN = __name__.split(".")[0]
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW


def log_file() -> Path:
    """Return where the log is written."""
    return places.state_root() / "briefreader.log"


def open_log(*, debug: bool = False) -> None:
    """Send all that is logged to the file, and failures that nobody catches too; a second call does nothing.

    Where the file cannot be written, nothing is: a log is no reason to fail.
    """
    root = logging.getLogger()
    if any(isinstance(handler, LogFile) for handler in root.handlers):
        return
    root.handlers = [LogFile(log_file())]
    logging.getLogger(_OWN).setLevel(logging.DEBUG if debug else logging.INFO)
    if not debug:
        threading.excepthook = lambda failed: _record("a thread", failed.exc_value)
        sys.unraisablehook = lambda failed: _record("cleaning up", failed.exc_value)


class LogFile(logging.Handler):
    """Appends records to a file of this user's alone, which it puts aside when it has grown too large."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file = -1
        self.setFormatter(Discreet())

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; a full disk, a missing directory or a fault in here loses it and nothing else."""
        with suppress(Exception):
            if self._file < 0:
                self._file = self._open()
            os.write(self._file, f"{self.format(record)}\n".encode("utf-8", "backslashreplace"))
            if os.fstat(self._file).st_size > LARGEST:
                self._begin_anew()

    def _open(self) -> int:
        places.private_directory(self._path.parent)
        return os.open(self._path, _FLAGS, 0o600)

    def _begin_anew(self) -> None:
        written, self._file = self._file, -1
        try:
            # Another reader may have put this log aside already: then its successor serves.
            if os.path.samestat(os.fstat(written), self._path.lstat()):
                for age in range(KEPT, 0, -1):
                    with suppress(FileNotFoundError):
                        self._aged(age - 1).replace(self._aged(age))
        finally:
            os.close(written)

    def _aged(self, age: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{age}") if age else self._path


class Discreet(logging.Formatter):
    """Writes when, who and what in one line, and the places of a failure in a line each."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record."""
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        own = record.name.split(".")[0] == _OWN
        said = sanitize_line(record.getMessage()) if own else f"(at {record.module}:{record.lineno})"
        head = f"{when} {record.process} {record.levelname} {record.name}: {said}"
        return "\n".join([head, *(f"  {line}" for line in _failure(record.exc_info and record.exc_info[1]))])


def _failure(error: BaseException | None) -> Iterator[str]:
    """Yield the type of an exception and where it passed, innermost last, then what it came from."""
    while error is not None:
        yield type(error).__name__
        yield from _places(error.__traceback__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        code = frame.f_code
        yield f"at {'/'.join(Path(code.co_filename).parts[-3:])}:{line} in {code.co_name}"


def _record(where: str, error: BaseException | None) -> None:
    logging.getLogger(__name__).error("unexpected failure in %s", where, exc_info=error)
