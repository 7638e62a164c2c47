"""Which of several spans lies next to a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefreader.model import Span


def neighbour(spans: Sequence[Span], place: int, by: int) -> Span | None:
    """Return the span so many after ``place``, or before it; the outermost at most, None of none.

    ``spans`` are in order.
    """
    if not spans:
        return None
    if by > 0:
        return spans[min(bisect_right(spans, place, key=lambda span: span.start) + by - 1, len(spans) - 1)]
    return spans[max(bisect_left(spans, place, key=lambda span: span.start) + by, 0)]
