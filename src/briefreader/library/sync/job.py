"""One run of a sync: whom to tell of its progress, and whether it is to stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefreader.model import Progress

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf

Stage = Literal["list", "read", "index", "entities", "stories"]

_SECONDS_BETWEEN = 0.1


class Stopped(Exception):  # noqa: N818 - no error: the user asked for it
    """The run was cancelled; what is committed stays."""


@dataclass(slots=True)
class Counts:
    """What the run did so far, in articles."""

    added: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0


class Job:
    """What every stage of one run shares."""

    def __init__(
        self,
        shelf: Shelf,
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.shelf = shelf
        self.counts = Counts()
        self._progress = progress or _nobody
        self._cancelled = cancelled or _never
        self._told: tuple[str, float] = ("", 0.0)

    def tell(self, stage: Stage, done: int, total: int | None = None) -> None:
        """Report progress, at most ten times a second within a stage, and its first and last always.

        Raises:
            Stopped: the run was cancelled.
        """
        self.stop_if_cancelled()
        now = time.monotonic()
        told, when = self._told
        if told != stage or done == total or now - when >= _SECONDS_BETWEEN:
            self._told = (stage, now)
            self._progress(Progress(stage, done, total))

    def stop_if_cancelled(self) -> None:
        """Raise :class:`Stopped` if the run was cancelled."""
        if self._cancelled():
            raise Stopped


def _nobody(progress: Progress) -> None:
    del progress


def _never() -> bool:
    return False
