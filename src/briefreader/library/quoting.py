"""Whole sentences: those of an article in which something was found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from briefreader.model import Span
from briefreader.text.sentences import sentences

if TYPE_CHECKING:
    from briefreader.model import Article


def quoted(article: Article, matches: Iterable[Span]) -> Mapping[Span, Sequence[Span]]:
    """Return the sentences that hold these matches in order, each with its matches.

    A match that runs over several sentences is quoted with all of them, one outside every sentence by itself.
    """
    units = sorted({unit for block in article.paragraphs for unit in sentences(article.text, block)})
    starts = [unit.start for unit in units]
    found: dict[Span, list[Span]] = defaultdict(list)
    for match in sorted(matches):
        first = bisect_right(starts, match.start) - 1
        if first < 0 or units[first].end <= match.start:
            found[match].append(match)
        else:
            last = max(first, bisect_left(starts, match.end) - 1)
            found[Span(units[first].start, max(units[last].end, match.end))].append(match)
    return found
