"""Datelines, as "NAIROBI, March 4 (Agency) - ": where they end, since the report begins behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DASH = r"(?:--|[-—–―])(?=\s)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}[ ]?\d{{1,2}}|\d{{1,2}}[ ]?{_MONTH})(?:[ ]?,?[ ]?\d{{4}})?"
_SOURCE = r"\([^()\n]{2,40}\)"
_PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}"
_SHOUTED = r"[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,3}"
_MORE = rf"(?:[ ]?,[ ]?(?:{_DAY}|{_PLACE})){{0,3}}"
_LEAD = rf"(?:{_SHOUTED}{_MORE}[ ]?(?:{_SOURCE})?|{_PLACE}{_MORE}[ ]?{_SOURCE})"
_DATELINE = re.compile(rf"^[ \t]*{_LEAD}[ ]*(?:{_DASH}|:(?=[ ]))[ ]*", re.MULTILINE)


def datelines(text: str) -> Iterator[int]:
    """Yield the places in ``text`` where a line's dateline, and the dash behind it, has ended."""
    for found in _DATELINE.finditer(text):
        yield found.end()
