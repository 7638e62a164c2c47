"""Exporting: whatever the library answers with, as text in a format, or in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import export
from briefreader.library.concordance import Concordance
from briefreader.library.quoting import quoted
from briefreader.model import ArticleInfo, Comparison, Hits, Note, Span

if TYPE_CHECKING:
    from briefreader.export import Passage, Record
    from briefreader.library.shelf import Shelf
    from briefreader.model import Hit

Exportable = Hits | Concordance | Comparison | Sequence[ArticleInfo | Note]


def render(shelf: Shelf, items: Exportable, format: str, target: Path | None) -> str:
    """Return ``items`` in a format, after writing them to ``target`` if there is one."""
    text = export.render(_records(shelf, items), format)
    if target is not None:
        export.write(target, text)
    return text


def _records(shelf: Shelf, items: Exportable) -> Iterable[Record]:
    if isinstance(items, Hits):
        return export.of_hits(items, lambda hit: _sentences(shelf, hit))
    if isinstance(items, Concordance):
        return export.of_occurrences(items.occurrences)
    if isinstance(items, Comparison):
        return export.of_comparison(items)
    notes = [item for item in items if isinstance(item, Note)]
    articles = [item for item in items if isinstance(item, ArticleInfo)]
    return [*_of_notes(shelf, notes), *export.of_articles(articles)]


def _sentences(shelf: Shelf, hit: Hit) -> Iterator[Passage]:
    """Yield the sentences in which a hit matched; where its source, say, matched, its passage."""
    article = shelf.cache.articles.article(hit.article.key) if hit.matches else None
    if article is None:
        snippet = hit.snippet
        yield Span(snippet.start, snippet.start + len(snippet.text)), snippet.text, ()
        return
    for span, matches in quoted(article, hit.matches).items():
        yield span, span.cut(article.text), matches


def _of_notes(shelf: Shelf, notes: Sequence[Note]) -> Iterator[Record]:
    """Export notes, each with the other places it was written to."""
    together = shelf.userdata.notes.together()
    others = {note.id: together.get(note.id, ()) for note in notes}
    every = [*notes, *chain.from_iterable(others.values())]
    articles = _articles_of(shelf, {note.article for note in every})
    joined = [(note, articles[note.article]) for note in notes]
    beside = {
        number: [(note, articles[note.article]) for note in found]
        for number, found in others.items()
        if found
    }
    return export.of_notes(joined, beside)


def _articles_of(shelf: Shelf, ids: Collection[str]) -> dict[str, ArticleInfo]:
    """Return the articles by id; of one that is gone, what its id alone can tell."""
    keys = shelf.cache.articles.keys_of(ids)
    infos = shelf.cache.articles.infos(keys.values())
    gone = {each: ArticleInfo(id=each, path="", title=f"Article {each} (gone)") for each in ids}
    return {**gone, **{each: infos[key] for each, key in keys.items() if key in infos}}
