"""Where a text quotes: the spans between quotation marks."""

from __future__ import annotations

import re

from briefreader.model import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」"}
_MARK = re.compile('[“”„«»‹›「」"]|\\n[ \\t]*\\n')


def quotations(text: str, within: Span | None = None) -> list[Span]:
    """Return the spans between quotation marks, without the marks, in order.

    A quotation left open is closed by the end of its paragraph, as newspapers do when a quotation runs
    over several paragraphs. Single marks are not read: they cannot be told from apostrophes.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    found: list[Span] = []
    opened, closers = -1, ""
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if opened >= 0 and (mark in closers or mark[0] == "\n"):
            found.append(Span(opened, match.start()))
            opened = -1
        elif opened < 0 and mark in _PAIRS:
            opened, closers = match.end(), _PAIRS[mark]
        elif opened < 0 and mark == '"':
            opened, closers = match.end(), '"'
    if opened >= 0:
        found.append(Span(opened, end))
    return [span for span in found if len(span) > 1]
