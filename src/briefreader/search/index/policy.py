"""Which segments are merged at a commit."""

from __future__ import annotations

from collections.abc import Sequence

FIRST = 64  # documents; segments up to this size form the lowest tier
FACTOR = 4  # each tier holds segments up to this much larger, and at most this many


def tier(documents: int) -> int:
    """Return the tier of a segment of that size."""
    number, limit = 0, FIRST
    while documents > limit:
        number, limit = number + 1, limit * FACTOR
    return number


def to_merge(sizes: Sequence[int], added: int) -> list[int]:
    """Return which segments (by place in ``sizes``) to merge with ``added`` new documents.

    Tiers as in Lucene's log merge policy: when a tier is full, all of it moves up at once. So a document is
    written once per tier, a single new article costs little, and 100,000 articles lie in about six segments.
    """
    chosen: list[int] = []
    total, level = added, tier(added) if added else 0
    while True:
        same = [place for place, size in enumerate(sizes) if place not in chosen and tier(size) <= level]
        if len(same) + 1 < FACTOR:
            return chosen
        chosen += same
        total += sum(sizes[place] for place in same)
        level = max(level + 1, tier(total))
