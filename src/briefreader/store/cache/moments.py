"""Publication dates as numbers that sort: seconds since 1970 in UTC."""

from __future__ import annotations

import datetime


def moment(published: str | None) -> float | None:
    """Return the moment of an ISO 8601 date or time; a date is its midnight in UTC, a month its first day."""
    if not published:
        return None
    try:
        found = datetime.datetime.fromisoformat(
            published + "-01" * (2 - published.count("-")) * (len(published) < 8)
        )
        if found.tzinfo is None:
            found = found.replace(tzinfo=datetime.UTC)
        return found.timestamp()
    except (ValueError, OverflowError):
        return None
