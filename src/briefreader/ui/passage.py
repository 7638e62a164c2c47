"""A place in an article, as screens hand it to one another."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.model import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """An article, by its id or key, and the span to show in it; without one, where it was last read."""

    article: str | int
    span: Span | None = None
