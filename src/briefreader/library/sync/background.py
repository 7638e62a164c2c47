"""A sync in a process of its own: progress comes back line by line, and cancelling ends it at a commit.

The indexer then never holds the reader's interpreter: a key pressed meanwhile is answered at once.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefreader import errors
from briefreader.errors import BriefreaderError
from briefreader.library.sync import child
from briefreader.library.sync.child import Child, Said
from briefreader.model import Progress, Skipped, SyncReport

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf

_LOOK_SECONDS = 0.1


def sync(
    shelf: Shelf,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    rebuild: bool = False,
) -> SyncReport:
    """Bring everything up to date elsewhere; see :meth:`briefreader.library.Library.sync_in_background`."""
    order = {"roots": [os.fspath(root) for root in shelf.collection.roots], "rebuild": rebuild}
    process = Child("briefreader.library.sync.background", order)
    try:
        return _follow(process, progress, cancelled)
    finally:
        process.end()


def _follow(
    process: Child, progress: Callable[[Progress], None] | None, cancelled: Callable[[], bool] | None
) -> SyncReport:
    for said in process.said(cancelled, _LOOK_SECONDS):
        if "stage" in said and progress is not None:
            progress(Progress(**said))
        if "report" in said:
            return _report(said["report"])
        if "error" in said:
            raise _error(said)
    raise BriefreaderError(
        "the process that reads the files ended early: try again, or run briefreader index"
    )


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
    order, stop = child.begin()
    try:
        child.say({"report": asdict(_sync_here(order, stop))})
    except BriefreaderError as error:
        child.say({"error": type(error).__name__, "sentence": str(error)})
    except Exception as error:
        # The reader that waits shows a sentence; nobody sees this process's stderr.
        child.say(
            {"error": "BriefreaderError", "sentence": f"bringing the files up to date failed: {error!r}"}
        )


def _sync_here(order: Said, stop: threading.Event) -> SyncReport:
    from briefreader.library.collection import Collection
    from briefreader.library.shelf import Shelf
    from briefreader.library.sync import run

    shelf = Shelf(Collection.of(order["roots"]))
    try:
        return run.sync(
            shelf,
            progress=lambda progress: child.say(asdict(progress)),
            cancelled=stop.is_set,
            rebuild=order["rebuild"],
        )
    finally:
        shelf.close()
