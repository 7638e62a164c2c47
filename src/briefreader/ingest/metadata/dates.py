"""Dates as articles write them, to ISO 8601, exactly as precise as they are written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ZONES = {"GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
          "EST": -5, "EDT": -4, "CDT": -5, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9}  # fmt: skip
_ZONE = r"Z|[+-]\d\d:?\d\d|" + "|".join(sorted((z for z in _ZONES if z != "Z"), key=len, reverse=True))
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    rf"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>(?:{_ZONE})\b)?"
)
_DAYS = (
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    r"(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)",
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<name>{_MONTH})\.?,?\s(?P<year>\d{{4}})",
    rf"(?P<name>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})",
    r"(?P<first>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})",
)
_EDGE = r"(?<![\w/.:-])"
_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for day in _DAYS
    for pattern in (
        rf"{_EDGE}{day}(?:T|,?\s+(?:at\s+)?|\s*[-–|·]\s*){_CLOCK}",
        rf"{_EDGE}{_CLOCK},?\s+(?:on\s+)?{day}(?!\d)",
        rf"{_EDGE}{day}(?![\d-])",
    )
)
_LONGEST = 200
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_-])")


def find_date(text: str) -> str | None:
    """Return the first date in ``text`` as ISO 8601: a date, or a moment with its offset where one is given.

    A day and month in digits between slashes is taken only where it cannot mean two days; a weekday, or a
    day without its year, is no date.
    """
    best: tuple[int, int, str] | None = None
    for rank, shape in enumerate(_SHAPES):
        for match in shape.finditer(text):
            found = _read(match.groupdict())
            if found and (best is None or (match.start(), rank) < best[:2]):
                best = (match.start(), rank, found)
            if found:
                break
        if best and best[0] == 0:
            break
    return best[2] if best else None


def normalize_date(value: str) -> str | None:
    """Return a date given as metadata as ISO 8601, or None where it cannot be read without guessing."""
    value = value[:_LONGEST]
    found = find_date(value)
    if found is not None:
        return found
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def date_in_address(url: str) -> str | None:
    """Return the day that an address names in its path, such as ``/2021/12/22/`` or ``/20211222/``."""
    match = _IN_ADDRESS.search(url)
    return _iso_day(*map(int, match.groups())) if match else None


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1000 <= year <= 2200 else None
    except ValueError:
        return None


def _read(found: dict[str, str | None]) -> str | None:
    """Return ISO 8601 from the named parts of a match."""
    month, day = _month_and_day(found)
    iso = _iso_day(int(found["year"] or 0), month, day)
    if iso is None or not found.get("hour"):
        return iso
    hour = _hour(int(found["hour"] or 0), found["half"])
    if hour is None:
        return iso
    moment = datetime.fromisoformat(iso).replace(
        hour=hour, minute=int(found["minute"] or 0), second=int(found["second"] or 0)
    )
    zone = _zone(found["zone"])
    return (moment.replace(tzinfo=zone) if zone else moment).isoformat()


def _month_and_day(found: dict[str, str | None]) -> tuple[int, int]:
    if found.get("first"):
        first, other = int(found["first"] or 0), int(found["other"] or 0)
        if first == other or other > 12:
            return first, other
        return (other, first) if first > 12 else (0, 0)
    name = found.get("name")
    month = _MONTHS[name.lower()] if name else int(found["month"] or 0)
    return month, int(found["day"] or 0)


def _hour(hour: int, half: str | None) -> int | None:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if name[0] in "+-":
        sign = -1 if name[0] == "-" else 1
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(sign * timedelta(minutes=minutes)) if minutes < 24 * 60 else None
    hours = _ZONES[name.upper()]
    return timezone(timedelta(hours=hours)) if hours else UTC
