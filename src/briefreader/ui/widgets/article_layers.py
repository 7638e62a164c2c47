"""The layers of highlights over an article, and which of them is seen where several meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefreader.model import Mention, Span
from briefreader.ui.widgets.span_set import SpanSet

LAYERS = ("mention", "link", "hit", "entity", "find", "note", "selection", "current")
"""The layers from the lowest to the topmost; where they meet, the higher one decides."""


class Run(NamedTuple):
    """A stretch of text under the same highlights; ``styles`` names component classes, lowest first."""

    start: int
    end: int
    styles: tuple[str, ...]


class Layers:
    """The spans of every layer of an article."""

    def __init__(self) -> None:
        self._sets: dict[str, SpanSet] = {name: SpanSet() for name in LAYERS}

    def __getitem__(self, name: str) -> SpanSet:
        return self._sets[name]

    def set(self, name: str, spans: Iterable[Span]) -> list[Span]:
        """Give a layer other spans; return those that came or went. Raises KeyError for no layer."""
        before, now = self._sets[name], SpanSet(spans)
        self._sets[name] = now
        return list(set(before.spans) ^ set(now.spans))

    def clear(self) -> None:
        """Take all highlights away."""
        for name in LAYERS:
            self._sets[name] = SpanSet()

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Cut ``[start, end)`` where a highlight begins or ends."""
        found = [
            (_style(name, span), span) for name in LAYERS for span in self._sets[name].within(start, end)
        ]
        return runs(found, start, end)


def runs(found: Sequence[tuple[str, Span]], start: int, end: int) -> Iterator[Run]:
    """Cut ``[start, end)`` where one of the spans ``found`` there begins or ends.

    Each span comes with its style, lowest first.
    """
    cuts = {start, end}
    for _, span in found:
        cuts.update((max(span.start, start), min(span.end, end)))
    for left, right in pairwise(sorted(cuts)):
        styles = (style for style, span in found if span.start <= left and right <= span.end)
        yield Run(left, right, tuple(dict.fromkeys(styles)))


def _style(layer: str, span: Span) -> str:
    if layer == "mention" and isinstance(span, Mention):
        return f"article--{span.type}"
    return f"article--{layer}"
