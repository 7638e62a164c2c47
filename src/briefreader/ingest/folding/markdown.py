"""Which lines of a Markdown text are page residue: it is written by hand, or clipped from a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefreader.ingest.folding.phrases import residue
from briefreader.ingest.folding.plain import fold_lines
from briefreader.ingest.lines import Line

_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_MARKS = "*_`~ \t"
_CLIPPED = 5
"""A text with so many lines of plain residue was clipped with what stands around the article."""
# What a writer may well have put on a line of its own: addresses, dates, numbers, single words.
_SURE = frozenset(
    {
        *("comment form", "invitation", "sign-in", "privacy notice", "technical notice"),
        *("sharing", "copyright", "navigation", "advertisement"),
    }
)


def fold_markdown(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place) to fold and why; never all of them.

    Headings stay, and so does whatever is residue only where it stands on a scraped page; unless the text has
    so much that is worded as residue that it is a page.
    """
    shown = [_shown(line) for line in lines]
    worded = {place: reason for place, line in enumerate(shown) if (reason := _residue(line))}
    if len(worded) >= _CLIPPED:
        return fold_lines(shown)
    return worded if len(worded) < len(lines) else {}


def _residue(line: Line) -> str | None:
    reason = None if line.text.startswith("#") or line.words < 2 else residue(line.body)
    return reason if reason in _SURE else None


def _shown(line: Line) -> Line:
    """Return the line with the words that it shows: of links their text, without marks of emphasis."""
    text = _LINK.sub(r"\1", line.text).strip(_MARKS if not line.bullet else " \t")
    return replace(line, text=text) if text and text != line.text else line
