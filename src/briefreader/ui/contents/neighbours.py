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


def neighbour(spans: Sequence[Span], place: int, by: int) -> tuple[Span | None, bool]:
    """Return the span so many after ``place``, or before it, and whether there are so many.

    Where there are not, it is the outermost, or None where not one lies that way. ``spans`` are in order.
    """
    number = steps_on(spans, place, by)
    if 0 <= number < len(spans):
        return spans[number], True
    some = steps_on(spans, place, 1 if by > 0 else -1)
    return spans[0 if by < 0 else -1] if 0 <= some < len(spans) else None, False


def none_beyond(by: int, what: str) -> str:
    """Say that there are not so many as a step or a count asked for."""
    return f"No {'further' if by > 0 else 'earlier'} {what}"
