"""Days of publication."""

from __future__ import annotations

from datetime import date, datetime


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or moment, None where it is unknown or less precise."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def day_in_words(published: str | None) -> str:
    """Return an ISO 8601 date as one reads it, as precise as it is: ``5 January 2022``, ``January 2022``."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published).date() if len(published) > 7 else _month(published)
    except ValueError:
        return published
    if len(published) <= 4:
        return published
    return f"{moment.day} {moment:%B} {moment.year}" if len(published) > 7 else f"{moment:%B} {moment.year}"


def moment_in_words(published: str | None) -> str:
    """Return day and time as one reads them: ``5 January 2022, 15:28 UTC``; the day alone without a time."""
    day = day_in_words(published)
    if not published or day == published or len(published) <= 10:
        return day
    moment = datetime.fromisoformat(published)
    return " ".join(part for part in (f"{day}, {moment:%H:%M}", moment.tzname()) if part)


def _month(published: str) -> date:
    year, _, month = published.partition("-")
    return date(int(year), int(month or 1), 1)
