"""A progress bar on stderr, where that is a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from briefreader.model import Progress

_WORDS = {
    "list": "Looking for files",
    "read": "Reading",
    "index": "Indexing",
    "entities": "Recognising names",
    "stories": "Grouping by story",
}


@contextmanager
def shown(stream: TextIO) -> Iterator[Callable[[Progress], None] | None]:
    """Yield a function that shows progress on ``stream``, None where nobody would see it.

    The bar is drawn, and Rich loaded, only once there is something to wait for.
    """
    if not stream.isatty():
        yield None
        return
    bar = _Bar(stream)
    try:
        yield bar.show
    finally:
        bar.close()


class _Bar:
    """A Rich progress bar with one task at a time."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(file=stream),
            transient=True,
        )
        self._stage = ""
        self._task = self._bar.add_task("", total=None)
        self._bar.start()

    def show(self, progress: Progress) -> None:
        if progress.stage != self._stage:
            self._stage = progress.stage
            self._bar.reset(self._task, description=_WORDS[progress.stage], total=progress.total)
        self._bar.update(self._task, completed=progress.done, total=progress.total)

    def close(self) -> None:
        self._bar.stop()
