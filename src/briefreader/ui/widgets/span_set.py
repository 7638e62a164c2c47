"""Spans of one layer, in order, so that those of a line are found by bisection among thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from briefreader.model import Span


class SpanSet:
    """The spans of a layer; they may overlap."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = sorted((span for span in spans if span.start < span.end), key=_ends)
        self._starts = [span.start for span in self.spans]
        self._longest = max((span.end - span.start for span in self.spans), default=0)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans that share a code point with ``[start, end)``, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return (span for span in self.spans[first:last] if span.end > start)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
