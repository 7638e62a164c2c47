"""Spans of one layer, in order, so that those of a line are found by bisection among thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from briefreader.model import Span


class SpanSet:
    """The spans of a layer; they may overlap. ``kinds`` of equal length may name a style for each."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = sorted((span for span in spans if span.start < span.end), key=_ends)
        self._starts = [span.start for span in self.spans]
        self._longest = max((span.end - span.start for span in self.spans), default=0)

    def __len__(self) -> int:
        return len(self.spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans that share a code point with ``[start, end)``, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return (span for span in self.spans[first:last] if span.end > start)

    def after(self, place: int) -> Span | None:
        """Return the first span that begins after ``place``."""
        found = bisect_right(self._starts, place)
        return self.spans[found] if found < len(self.spans) else None

    def before(self, place: int) -> Span | None:
        """Return the last span that begins before ``place``."""
        found = bisect_left(self._starts, place)
        return self.spans[found - 1] if found else None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
