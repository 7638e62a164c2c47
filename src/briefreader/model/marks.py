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
class Step:
    """Something the reader did that can be undone; ``what`` names it in words that can be shown.

    ``taken`` is ISO 8601 in UTC, empty where it was not kept; ``here`` tells a step that was taken since this
    library was opened. ``elsewhere`` is what it wrote to another file than that of the marks.
    """

    id: int
    what: str
    taken: str
    here: bool
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader has made of an article. ``place`` is the code point last read, None if never opened."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    notes: int = 0
    place: int | None = None
