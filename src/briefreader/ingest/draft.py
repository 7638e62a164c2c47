"""What a format hands over: the text of one article as the file has it, and the metadata beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Layout = Literal["plain", "markdown", "extracted", "record"]
"""How the text is laid out: lines as scraped; Markdown; a page's main text; a field of a record."""

LAYOUTS: tuple[str, ...] = get_args(Layout)
FIELDS = ("title", "source", "author", "published", "url", "language")


@dataclass(slots=True)
class Draft:
    """One article on its way in.

    ``record`` names it within its file and is "" where the file is one article; it must not depend on the
    other records. ``fields`` has, for the names in :data:`FIELDS`, the value and where it was found.
    ``folds`` are (start, end, reason) in ``text``, for what the format knows to be no part of the article.

    Raises:
        ValueError: there is no such layout.

    """

    text: str
    record: str = ""
    layout: Layout = "plain"
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    folds: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.layout not in LAYOUTS:
            raise ValueError(f"there is no layout {self.layout!r}; there are {', '.join(LAYOUTS)}")

    def note(self, name: str, value: object, origin: str) -> None:
        """Keep ``value`` for the field ``name`` unless it is blank or the field has one already.

        Raises:
            ValueError: there is no such field.

        """
        if name not in FIELDS:
            raise ValueError(f"there is no field {name!r}; there are {', '.join(FIELDS)}")
        text = "" if value is None else " ".join(str(value).split())
        if text and name not in self.fields:
            self.fields[name] = (text, origin)
