"""Web addresses that stand written in a text."""

from __future__ import annotations

import re
from collections import Counter

from briefreader.model import Span

_ADDRESS = re.compile(r"""(?:https?://|www\.)[^\s<>"“”„«»|\\^`{}]{3,}""", re.IGNORECASE)
_BEHIND = ".,;:!?'’*_…)]"
_BRACKETS = {")": "(", "]": "["}


def addresses(text: str) -> list[Span]:
    """Return where web addresses stand, in order, without the stops and brackets of the sentence around."""
    return [Span(found.start(), _end(text, found.start(), found.end())) for found in _ADDRESS.finditer(text)]


def as_url(address: str) -> str:
    """Return an address as a browser takes it: one that begins with "www." is given its scheme."""
    return address if "://" in address else f"https://{address}"


def _end(text: str, start: int, end: int) -> int:
    counted = Counter(text[start:end])
    while end > start and (last := text[end - 1]) in _BEHIND:
        opening = _BRACKETS.get(last)
        if opening and counted[opening] >= counted[last]:
            break
        counted[last] -= 1
        end -= 1
    return end
