"""Mentions that the reader has added by hand, laid over those that were recognised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefreader.entities.corrections import Add
from briefreader.entities.names import Name, normal
from briefreader.model import Mention, Span

Named = tuple[Mention, Name | None]


def with_added(
    mentions: Sequence[Mention], names: Sequence[Name | None], added: Iterable[Add], text: str
) -> tuple[list[Mention], list[Name | None]]:
    """Return an article's mentions and names with the reader's ``added`` ones, which win over others.

    One whose words the text no longer has is passed over.
    """
    laid: list[Named] = list(zip(mentions, names, strict=True))
    for each in added:
        span = place_of(each, text)
        if span is not None:
            mention = Mention(span.start, span.end, span.cut(text), each.type)
            laid = [other for other in laid if not other[0].overlaps(span)]
            laid.append((mention, normal(each.name, each.type)))
    laid.sort(key=lambda pair: pair[0].start)
    return [mention for mention, _ in laid], [name for _, name in laid]


def place_of(added: Add, text: str) -> Span | None:
    """Return where the words of an added mention stand: of several places the nearest to the old one."""
    best: int | None = None
    at = text.find(added.add)
    while at >= 0:
        if best is None or abs(at - added.start) < abs(best - added.start):
            best = at
        at = text.find(added.add, at + 1)
    return None if best is None else Span(best, best + len(added.add))
