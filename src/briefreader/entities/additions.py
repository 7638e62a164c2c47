"""Mentions that the reader has added by hand, laid over those that were recognised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefreader.entities.corrections import Add
from briefreader.entities.names import Name, normal
from briefreader.model import Mention, Span
from briefreader.text.finding import nearest

Named = tuple[Mention, Name | None]


def with_added(
    mentions: Sequence[Mention], names: Sequence[Name | None], added: Iterable[Add], text: str
) -> tuple[list[Mention], list[Name | None]]:
    """Return an article's mentions and names with the reader's ``added`` ones, which win over others.

    One whose words the text no longer has is passed over.
    """
    laid: list[Named] = list(zip(mentions, names, strict=True))
    for each in added:
        # Of several places with these words, the nearest to the old one counts.
        start = nearest(text, each.add, each.start)
        if start is not None:
            span = Span(start, start + len(each.add))
            mention = Mention(span.start, span.end, span.cut(text), each.type)
            laid = [other for other in laid if not other[0].overlaps(span)]
            laid.append((mention, normal(each.name, each.type)))
    laid.sort(key=lambda pair: pair[0].start)
    return [mention for mention, _ in laid], [name for _, name in laid]
