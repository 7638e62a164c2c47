"""Noticing that files under the roots have changed: by what the system tells, or by looking."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.errors import OutOfReach
from briefreader.ingest import is_readable
from briefreader.ingest.collection_file import NAME
from briefreader.library.sync import child
from briefreader.library.sync.child import Child
from briefreader.library.sync.mounts import is_remote

if TYPE_CHECKING:
    from watchfiles import Change

_LOOK_SECONDS = 1.0
_QUIET_MS = 1600
_STEP_MS = 100
_POLL_MS = 15_000


def watch(
    roots: Sequence[Path],
    changed: Callable[[], None],
    cancelled: Callable[[], bool],
    *,
    poll: bool | None = None,
    begun: Callable[[], None] | None = None,
) -> None:
    """Call ``changed`` after each burst of changes, until ``cancelled`` says so.

    ``begun`` is called once what changes from then on is noticed. ``poll`` looks at every file each 15
    seconds; None does so on network file systems, whose changes from elsewhere no system tells, and where the
    system refuses to watch so many folders. As the first look may take long, ``begun`` is then called before
    it and ``changed`` after it.

    Raises:
        OutOfReach: the files cannot be watched.
    """
    begun = begun or _nobody
    ways = [poll] if poll is not None else [True] if any(map(is_remote, roots)) else [False, True]
    for polls in ways:
        if polls:
            begun()
        try:
            _watch(roots, changed, _Gate(cancelled, changed if polls else begun), poll=polls)
            break
        except OSError as error:
            if polls is ways[-1]:
                raise OutOfReach(f"new files are not noticed: {error.strerror or error}") from error


class Watch:
    """Watches in a process of its own: looking through many folders stops whoever does it."""

    def __init__(self, roots: Sequence[Path], *, poll: bool | None = None) -> None:
        order = {"roots": [os.fspath(root) for root in roots], "poll": poll}
        self._stopped = False
        self._process = Child("briefreader.library.sync.watch", order)

    def follow(
        self, changed: Callable[[], None], *, cancelled: Callable[[], bool], begun: Callable[[], None]
    ) -> None:
        """Call ``begun`` and ``changed`` as :func:`watch` does, until ``cancelled`` or stopped.

        Raises:
            OutOfReach: the files cannot be watched, or not any more.
        """
        try:
            for said in self._process.said(cancelled, _LOOK_SECONDS):
                if "error" in said:
                    raise OutOfReach(said["error"])
                (begun if "begun" in said else changed)()
        finally:
            self._process.end()
        if not (self._stopped or cancelled()):
            raise OutOfReach("new files are not noticed any more: open the reader again")

    def stop(self) -> None:
        """End :meth:`follow`, wherever that runs."""
        self._stopped = True
        self._process.stop()


def main(arguments: Sequence[str]) -> None:
    """Watch the roots told on stdin, and say on stdout that watching has begun, and each change."""
    del arguments
    order, stop = child.begin()
    try:
        watch(
            [Path(root) for root in order["roots"]],
            lambda: child.say({"changed": True}),
            stop.is_set,
            poll=order["poll"],
            begun=lambda: child.say({"begun": True}),
        )
    except OutOfReach as error:
        child.say({"error": str(error)})


class _Gate:
    """What the watcher asks whether to stop; that it asks for the first time tells that it has begun."""

    def __init__(self, cancelled: Callable[[], bool], opened: Callable[[], None]) -> None:
        self._cancelled, self._opened = cancelled, opened
        self._is_open = False

    def is_set(self) -> bool:
        """Tell whether to stop."""
        if not self._is_open:
            self._is_open = True
            self._opened()
        return self._cancelled()


def _watch(roots: Sequence[Path], changed: Callable[[], None], gate: _Gate, *, poll: bool) -> None:
    from watchfiles import watch as changes

    # A file that is replaced, as most editors do it, is another one: its folder tells.
    has_folders = any(root.is_dir() for root in roots)
    places = roots if has_folders else {root.parent for root in roots}
    for _found in changes(
        *places,
        watch_filter=ChangeFilter(roots),
        debounce=_QUIET_MS,
        step=_STEP_MS,
        stop_event=gate,
        rust_timeout=0,
        raise_interrupt=False,
        force_polling=poll or None,
        poll_delay_ms=_POLL_MS,
        recursive=has_folders,
        ignore_permission_denied=True,
    ):
        changed()


class ChangeFilter:
    """Tells the changes that can concern a collection from those that cannot."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._folders = [os.fspath(root) + os.sep for root in roots if root.is_dir()]
        self._files = {os.fspath(root) for root in roots if not root.is_dir()}

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change concerns an article, a folder or what the collection says of itself."""
        del change
        if path in self._files:
            return True
        within = [path.removeprefix(folder) for folder in self._folders if path.startswith(folder)]
        if not any(not _is_hidden(relative) for relative in within):
            return False
        name = os.path.basename(path)  # noqa: PTH119 - the name may be no valid path
        return is_readable(name) or name == NAME or _may_be_folder(path)


def _is_hidden(relative: str) -> bool:
    return any(part.startswith(".") for part in Path(relative).parts)


def _may_be_folder(path: str) -> bool:
    """Tell whether a path is a folder, or may have been one."""
    return not os.path.splitext(path)[1] or Path(path).is_dir()  # noqa: PTH122


def _nobody() -> None:
    """Hear that watching has begun."""
