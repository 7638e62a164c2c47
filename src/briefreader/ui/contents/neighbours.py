"""Which of several spans lies next to a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefreader.model import Span


def steps_on(spans: Sequence[Span], place: int, by: int) -> int:
    """Return the number of the span so many after ``place``, or before it.

    It lies outside of ``spans``, which are in order, where there are not so many.
    """
    if by > 0:
        return bisect_right(spans, place, key=lambda span: span.start) + by - 1
    return bisect_left(spans, place, key=lambda span: span.start) + by


def neighbour(spans: Sequence[Span], place: int, by: int) -> Span | None:
    """Return the span so many after ``place``, or before it; the outermost at most, None of none.

    ``spans`` are in order.
    """
    return spans[max(min(steps_on(spans, place, by), len(spans) - 1), 0)] if spans else None
