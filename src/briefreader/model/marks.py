"""What the reader made of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader wrote to a span of an article; an empty ``text`` makes it a collected quote.

    ``quote`` holds the words under the span, so that the note finds its place again in a changed text;
    ``created`` is ISO 8601 in UTC.
    """

    id: int
    article: str
    start: int
    end: int
    quote: str
    text: str
    created: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader has made of an article. ``place`` is the code point last read, None if never opened."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    notes: int = 0
    place: int | None = None
