"""A spark line: how often something was in the news, month by month, in one row of cells."""

from __future__ import annotations

from collections.abc import Sequence

_MONTH = 7  # cells: "2022-01"


def spark(months: Sequence[tuple[str, int]], width: int, bars: str) -> str:
    """Return counts by month as bars between the first and the last month, in at most ``width`` cells.

    ``bars`` are signs from the lowest to the highest; the first one stands for none at all. Where the months
    do not fit, several share a bar.
    """
    room = width - 2 * (_MONTH + 1)
    if not months or room < 1:
        return ""
    if len(months) == 1:
        return months[0][0]
    counts = _shared([count for _, count in months], room)
    most = max(counts)
    line = "".join(bars[-(-count * (len(bars) - 1) // most)] for count in counts)
    return f"{months[0][0]} {line} {months[-1][0]}"


def _shared(counts: Sequence[int], room: int) -> list[int]:
    """Add neighbours up until no more than ``room`` are left."""
    each = -(-len(counts) // room)
    return [sum(counts[at : at + each]) for at in range(0, len(counts), each)]
