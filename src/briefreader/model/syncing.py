"""How the cache is brought up to date, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or a part of one that could not be read, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far background work has come; ``total`` is None while it is not known."""

    stage: Literal["list", "read", "index", "entities", "stories"]
    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What bringing the cache up to date came to, in articles; ``seconds`` on the wall clock.

    ``notices`` are what the user should be told of it, a sentence each: what was damaged and built anew.
    """

    added: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    seconds: float = 0.0
    notices: tuple[str, ...] = ()

    @property
    def articles(self) -> int:
        """How many there are now."""
        return self.added + self.changed + self.moved + self.unchanged

    @property
    def is_news(self) -> bool:
        """Whether any article came, changed, moved or went."""
        return bool(self.added or self.changed or self.moved or self.removed)
