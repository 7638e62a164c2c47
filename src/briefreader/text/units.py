"""Words and sentences as the units in which a stretch of text grows and shrinks at either end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal

from briefreader.model import Span
from briefreader.text.sentences import sentences
from briefreader.text.words import words

Unit = Literal["word", "sentence"]
Edge = Literal["start", "end"]


class Units:
    """The words and sentences of ``text``, found when first asked for.

    No sentence goes over the edge of one of ``parts``, the paragraphs of the text.
    """

    def __init__(self, text: str, parts: Iterable[Span] = ()) -> None:
        self._text = text
        self._parts = list(parts) or [Span(0, len(text))]
        self._known: dict[Unit, tuple[list[int], list[int]]] = {}

    def at(self, place: int, unit: Unit) -> Span | None:
        """Return the unit that a place lies in, or else the next one; None behind the last."""
        starts, ends = self._bounds(unit)
        found = bisect_right(ends, place)
        return Span(starts[found], ends[found]) if found < len(starts) else None

    def moved(self, span: Span, unit: Unit, edge: Edge, by: int) -> Span:
        """Return a span with one edge moved by so many units, to the right if positive.

        It keeps at least one unit and stays within the text; where there is no such unit it stays as it is.
        """
        starts, ends = self._bounds(unit)
        if not starts:
            return span
        if edge == "end":
            last = bisect_right(ends, span.end) - 1 if by > 0 else bisect_left(ends, span.end)
            least = bisect_right(ends, span.start)
            moved = Span(span.start, ends[min(max(last + by, least), len(ends) - 1)])
        else:
            first = bisect_right(starts, span.start) - 1 if by > 0 else bisect_left(starts, span.start)
            most = bisect_left(starts, span.end) - 1
            moved = Span(starts[max(min(first + by, most), 0)], span.end)
        return moved if moved.start < moved.end else span

    def _bounds(self, unit: Unit) -> tuple[list[int], list[int]]:
        if unit not in self._known:
            spans = list(words(self._text)) if unit == "word" else self._sentences()
            self._known[unit] = [span.start for span in spans], [span.end for span in spans]
        return self._known[unit]

    def _sentences(self) -> list[Span]:
        return [
            span for part in sorted(self._parts) for span in sentences(self._text, Span(part.start, part.end))
        ]
