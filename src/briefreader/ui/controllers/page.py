"""An article as it is opened: its text, what of a trail is in it, and where one lands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefreader.model import Article, Span

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.controllers.trail import Trail


@dataclass(frozen=True, slots=True)
class Page:
    """An article to be shown, the spans in it of the trail that is followed, and the place last read."""

    article: Article
    spans: tuple[Span, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What of an article is in sight: the code point at the top, and the span stepped to if there is one."""

    top: int
    current: Span | None = None


Landing = Literal["place", "start", "first", "last"] | Span | Place
"""Where one lands: the place last read, the start, the first or last span of the trail, or what is given."""


def read_page(library: Library, ref: int | str, trail: Trail | None) -> Page:
    """Read an article, by its key or id, and look for a trail in it."""
    article = library.article(ref)
    spans = trail.spans(library, article) if trail else ()
    return Page(article, spans, library.marks.of(article.id).place or 0)
