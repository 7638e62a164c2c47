"""Dates in a query: years, months, days and ranges of them."""

from __future__ import annotations

import re
from datetime import date

from briefreader.model import Span
from briefreader.search.language.nodes import Dates, Nothing
from briefreader.search.language.problems import QueryError

_WHOLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
# What may yet become a date while it is typed.
_PART = re.compile(r"\d{0,4}|\d{4}-[01]?|\d{4}-(?:0[1-9]|1[0-2])-[0-3]?")
_FORM = "A date is a year, a month or a day: 2021, 2021-12 or 2021-12-22."


def dates(kind: str, value: str, where: Span, *, growing: bool) -> Dates | Nothing:
    """Read the value of ``date:``, ``since:`` or ``before:``; ``growing`` allows for a date half typed.

    Raises:
        QueryError: it is no date and does not become one by typing on.
    """
    if kind != "date":
        checked = _checked(value, where, growing)
        if checked is None:
            return Nothing()
        return Dates(None, checked, where, before=True) if kind == "before" else Dates(checked, None, where)
    first, dots, last = value.partition("..")
    if not dots and growing and value.endswith("."):
        first = value[:-1]
    start = _checked(first, where, growing and not dots)
    end = _checked(last, where, growing) if dots else start
    if start is None and end is None:
        return Nothing()
    if start and end and end + "~" < start:
        raise QueryError("This range of dates ends before it begins.", where)
    return Dates(start, end, where)


def _checked(value: str, where: Span, growing: bool) -> str | None:
    if not value or (growing and _PART.fullmatch(value)):
        return value or None
    match = _WHOLE.fullmatch(value)
    if match is None:
        raise QueryError(_FORM, where)
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise QueryError(f"There is no such date as {value}.", where) from None
    return value
