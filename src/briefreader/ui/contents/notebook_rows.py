"""What the notebook lists: notes and quotes by article, then the articles with a star or a tag."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from briefreader.errors import NothingFound
from briefreader.model import ArticleInfo, Marks, Note
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from briefreader.library import Library

MARKED = 500
"""So many articles with a star or a tag are listed, the newest; a query finds all."""
_PAGE = 64

Entry = Note | ArticleInfo
"""What a row stands for."""


def notebook_rows(library: Library, words: str, cancelled: Callable[[], bool]) -> list[Choice[Entry]]:
    """Return all that has these words; runs in a thread."""
    wanted = words.casefold().split()
    notes = [row for row in _notes(library) if row.matches(wanted)]
    marked = (row for row in _marked(library, cancelled) if row.matches(wanted))
    return [*notes, *islice(marked, MARKED)]


def _notes(library: Library) -> Iterator[Choice[Entry]]:
    headings = cache(partial(_heading, library))
    together = library.marks.together()
    for note in library.marks.notes():
        quote = _quoted(note.quote)
        beside = [f"beside {headings(other.article)}" for other in together.get(note.id, ())]
        said = [*([quote] if note.text else []), *beside]
        yield Choice(
            note,
            note.text or quote,
            lead=note.created[:10],
            note=glyphs.current().dot.join(said),
            group=headings(note.article),
        )


def _marked(library: Library, cancelled: Callable[[], bool]) -> Iterator[Choice[Entry]]:
    flags = ("starred", "tagged")
    keys = {key for flag in flags for key in library.listing(flags=[flag]).keys}
    listing = library.listing(keys=keys)
    for start in range(0, len(listing), _PAGE):
        if cancelled():
            return
        articles = listing[start : start + _PAGE]
        marks = library.marks.of_all(article.id for article in articles)
        yield from (_row(article, marks[article.id]) for article in articles if article.id)


def _row(article: ArticleInfo, marks: Marks) -> Choice[Entry]:
    signs = glyphs.current()
    star = [signs.star] if marks.starred else []
    said = [
        *star,
        *(f"{signs.tag}{tag}" for tag in marks.tags),
        *([article.source] if article.source else []),
    ]
    lead = (article.published or "")[:10]
    return Choice(article, article.title, lead=lead, note=" ".join(said), group="Starred and tagged")


def _heading(library: Library, article: str) -> str:
    try:
        info = library.info(article)
    except NothingFound:
        return f"{article} (no longer in the collection)"
    parts = (info.title, (info.published or "")[:10], info.source)
    return glyphs.current().dot.join(part for part in parts if part)


def _quoted(passage: str) -> str:
    words = " ".join(passage.split())
    return words if words.startswith(("“", '"', "«", "„")) else f"“{words}”"
