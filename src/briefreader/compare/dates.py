"""Dates as articles write them: found in the text, and resolved against the day of publication."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefreader.model import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(day.capitalize() for day in _DAYS)})"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier in|[Ll]ater in|[Tt]he end of|[Tt]he beginning of)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?\b",
        rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?:, {_YEAR})?",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b",
        r"\b(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_PART}[ -]{_MONTH}(?:,? (?:{_YEAR}|(?P<which>last|next|this) year))?\b",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring) {_MONTH}(?:,? {_YEAR})?\b",
        rf"\b(?P<which>[Ll]ast|[Nn]ext) {_MONTH}\b",
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) )?{_WEEKDAY}\b",
        r"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious) (?P<span>week|month|year)\b",
        r"\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow)\b",
    )
)
_ANY = re.compile(r"\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day\b|week|month|year|[Tt]omorrow")
_RESOLVED = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_LEAP = 2000  # a year that has every day, for dates of which neither has a year
_PARTS = {
    "early": (1, 15),
    "the beginning of": (1, 15),
    "mid": (8, 23),
    "late": (16, 31),
    "the end of": (16, 31),
}
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class When:
    """A date in a text. ``resolved`` is ISO 8601 as far as known: a day, a month, a year, or a week's days.

    Without a year it begins with "--"; what cannot be resolved stands there in its own words.
    """

    span: Span
    resolved: str
    exact: bool


def find_dates(text: str, within: Span, published: date | None) -> Iterator[When]:
    """Yield the dates in a part of a text, in no particular order; no two overlap."""
    if not _ANY.search(text, within.start, within.end):
        return
    taken: list[Span] = []
    for form in _FORMS:
        for match in form.finditer(text, within.start, within.end):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield When(span, *_resolve(match, published))


def _resolve(match: re.Match[str], published: date | None) -> tuple[str, bool]:
    parts = {name: value for name, value in match.groupdict().items() if value}
    if "month" in parts or "number" in parts:
        return _calendar(parts, published)
    words = match.group().lower()
    if published is None:
        return words, False
    if "near" in parts:
        return (published + timedelta(days=_NEAR[words])).isoformat(), True
    if "weekday" in parts:
        return _weekday(parts, published).isoformat(), True
    return _stretch(parts, published), False


def _calendar(parts: dict[str, str], published: date | None) -> tuple[str, bool]:
    month = int(parts["number"]) if "number" in parts else _month(parts["month"])
    day = int(parts.get("day", 0))
    year = int(parts.get("year", 0)) or _year(month, parts.get("which", "").lower(), published)
    shown = f"{year:04}" if year else "-"
    shown += f"-{month:02}" + (f"-{day:02}" if day else "")
    return (f"{shown} ({parts['part'].lower()})" if "part" in parts else shown), bool(day)


def _month(name: str) -> int:
    return 1 + _MONTHS.index(name[:3].lower())


def _year(month: int, which: str, published: date | None) -> int:
    """Take the year that brings the month nearest to the day of publication, 0 if that is unknown."""
    if published is None:
        return 0
    if which == "last":
        return published.year - (1 if month >= published.month else 0)
    distances = {
        year: abs((date(year, month, 15) - published).days)
        for year in range(published.year - 1, published.year + 2)
    }
    return min(distances, key=distances.__getitem__)


def _weekday(parts: dict[str, str], published: date) -> date:
    """A bare weekday is the latest one up to the day of publication; "next" means the one after it."""
    back = (published.weekday() - _DAYS.index(parts["weekday"].lower())) % 7
    which = parts.get("which", "").lower()
    if which == "next":
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back or (7 if which == "last" else 0))


def _stretch(parts: dict[str, str], published: date) -> str:
    step = {"last": -1, "previous": -1, "next": 1}.get(parts["which"].lower(), 0)
    if parts["span"] == "year":
        return str(published.year + step)
    if parts["span"] == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def agree(a: str, b: str) -> bool:
    """Tell whether two resolved dates are the same; where one lacks the year, the rest decides."""
    if a.startswith("--") or b.startswith("--"):
        return a[-len(b.lstrip("-")) :] == b.lstrip("-") or b[-len(a.lstrip("-")) :] == a.lstrip("-")
    return a == b


def overlap(a: str, b: str) -> bool:
    """Tell whether one resolved date lies within the other, as a day does within its week, month or year."""
    days_a, days_b = _days(a, b), _days(b, a)
    if days_a is None or days_b is None:
        return a == b
    (first, last), (other_first, other_last) = days_a, days_b
    return (first <= other_first and other_last <= last) or (other_first <= first and last <= other_last)


def _days(resolved: str, other: str) -> tuple[date, date] | None:
    """Return the first and the last day of a resolved date, in the year of the other where it has none."""
    plain, _, part = resolved.partition(" (")
    if "/" in plain:
        monday, _, sunday = plain.partition("/")
        return date.fromisoformat(monday), date.fromisoformat(sunday)
    found = _RESOLVED.fullmatch(plain)
    if found is None or (found["month"] and not 1 <= int(found["month"]) <= 12):
        return None
    year = int(found["year"] or (other[:4] if other[:4].isdigit() else _LEAP))
    month, day = int(found["month"] or 0), int(found["day"] or 0)
    first = date(year, month or 1, 1)
    length = _length(year, month)
    begin, end = (day, day) if day else _PARTS.get(part.rstrip(")"), (1, length))
    if not 1 <= begin <= length:
        return None
    return first + timedelta(days=begin - 1), first + timedelta(days=min(end, length) - 1)


def _length(year: int, month: int) -> int:
    """Return how many days a month has, or a year where ``month`` is 0."""
    if not month:
        return 366 if isleap(year) else 365
    return monthrange(year, month)[1]
