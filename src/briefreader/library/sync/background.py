"""A sync in a process of its own: progress comes back line by line, and cancelling ends it at a commit.

The indexer then never holds the reader's interpreter: a key pressed meanwhile is answered at once.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from briefreader import errors
from briefreader.errors import BriefreaderError
from briefreader.library.sync.pool import python
from briefreader.model import Progress, Skipped, SyncReport

if TYPE_CHECKING:
    from briefreader.library.opening import Shelf

_LOOK_SECONDS = 0.1
_GRACE_SECONDS = 10.0

Said = dict[str, Any]


def sync(
    shelf: Shelf,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    rebuild: bool = False,
) -> SyncReport:
    """Bring everything up to date elsewhere; see :meth:`briefreader.library.Library.sync_in_background`."""
    order = {"roots": [os.fspath(root) for root in shelf.collection.roots], "rebuild": rebuild}
    process = subprocess.Popen(  # noqa: S603
        python("briefreader.library.sync.background"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return _follow(process, order, progress, cancelled)
    finally:
        _end(process)


def _follow(
    process: subprocess.Popen[bytes],
    order: Said,
    progress: Callable[[Progress], None] | None,
    cancelled: Callable[[], bool] | None,
) -> SyncReport:
    assert process.stdin is not None  # noqa: S101
    with suppress(BrokenPipeError):
        process.stdin.write(json.dumps(order).encode() + b"\n")
        process.stdin.flush()
    for said in _lines(process, cancelled):
        if "stage" in said and progress is not None:
            progress(Progress(**said))
        if "report" in said:
            return _report(said["report"])
        if "error" in said:
            raise _error(said)
    raise BriefreaderError(
        "the process that reads the files ended early: try again, or run briefreader index"
    )


def _lines(process: subprocess.Popen[bytes], cancelled: Callable[[], bool] | None) -> Iterator[Said]:
    """Yield what the process says, looking in between whether it is to stop."""
    assert process.stdout is not None  # noqa: S101
    pending = b""
    told = False
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            if not told and cancelled is not None and cancelled():
                process.terminate()
                told = True
            if not selector.select(_LOOK_SECONDS):
                continue
            block = os.read(process.stdout.fileno(), 65536)
            if not block:
                return
            *lines, pending = (pending + block).split(b"\n")
            yield from map(json.loads, lines)


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    process.terminate()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _report(values: Said) -> SyncReport:
    skipped = tuple(Skipped(**each) for each in values.pop("skipped"))
    notices = tuple(values.pop("notices"))
    return SyncReport(**values, skipped=skipped, notices=notices)


def _error(said: Said) -> BriefreaderError:
    kind = getattr(errors, said["error"], BriefreaderError)
    found = kind(said["sentence"])
    assert isinstance(found, BriefreaderError)  # noqa: S101
    return found


def main(arguments: Sequence[str]) -> None:
    """Do one sync, as told on stdin, and say on stdout how it goes. An end of stdin is the reader's death."""
    del arguments
    order = json.loads(sys.stdin.buffer.readline())
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_end, args=(stop,), daemon=True).start()
    try:
        _say({"report": asdict(_sync_here(order, stop))})
    except BriefreaderError as error:
        _say({"error": type(error).__name__, "sentence": str(error)})
    except Exception as error:
        # The reader that waits shows a sentence; nobody sees this process's stderr.
        _say({"error": "BriefreaderError", "sentence": f"bringing the files up to date failed: {error!r}"})


def _sync_here(order: Said, stop: threading.Event) -> SyncReport:
    from briefreader.library import opening
    from briefreader.library.collection import Collection
    from briefreader.library.sync import run

    shelf = opening.Shelf(Collection.of(order["roots"]))
    try:
        return run.sync(
            shelf,
            progress=lambda progress: _say(asdict(progress)),
            cancelled=stop.is_set,
            rebuild=order["rebuild"],
        )
    finally:
        shelf.close()


def _wait_for_end(stop: threading.Event) -> None:
    sys.stdin.buffer.read()
    stop.set()


def _say(said: Said) -> None:
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
