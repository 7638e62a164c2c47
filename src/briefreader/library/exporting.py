"""Exporting: whatever the library answers with, as text in a format, or in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import export
from briefreader.export import Record
from briefreader.library.concordance import Concordance
from briefreader.model import ArticleInfo, Comparison, Hits, Note

if TYPE_CHECKING:
    from briefreader.library.opening import Shelf

Exportable = Hits | Concordance | Comparison | Sequence[ArticleInfo] | Sequence[Note]


def render(shelf: Shelf, items: Exportable, format: str, target: Path | None) -> str:
    """Return ``items`` in a format, after writing them to ``target`` if there is one."""
    text = export.render(_records(shelf, items), format)
    if target is not None:
        export.write(target, text)
    return text


def _records(shelf: Shelf, items: Exportable) -> Iterable[Record]:
    if isinstance(items, Hits):
        return export.of_hits(items)
    if isinstance(items, Concordance):
        return export.of_occurrences(items.occurrences)
    if isinstance(items, Comparison):
        return export.of_comparison(items)
    notes = [item for item in items if isinstance(item, Note)]
    articles = (item for item in items if isinstance(item, ArticleInfo))
    return export.of_notes(_with_articles(shelf, notes)) if notes else export.of_articles(articles)


def _with_articles(shelf: Shelf, notes: Sequence[Note]) -> Iterator[tuple[Note, ArticleInfo]]:
    """Join notes with their articles; one whose article is gone keeps what the note itself knows."""
    keys = shelf.cache.articles.keys_of({note.article for note in notes})
    infos = shelf.cache.articles.infos(keys.values())
    for note in notes:
        gone = ArticleInfo(id=note.article, path="", title=f"Article {note.article} (gone)")
        yield note, infos.get(keys.get(note.article, 0), gone)
