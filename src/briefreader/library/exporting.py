"""Exporting: whatever the library answers with, in a format, as text or in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import export
from briefreader.library import comparing
from briefreader.library.concordance import Concordance
from briefreader.library.quoting import quoted
from briefreader.model import Article, ArticleInfo, Comparison, Hits, Link, Note, Span

if TYPE_CHECKING:
    from briefreader.export import Passage, Record
    from briefreader.library.shelf import Shelf
    from briefreader.model import Hit

Exportable = Hits | Concordance | Comparison | Sequence[ArticleInfo | Note]
_WITH_TEXT = ("markdown", "json")


def write(shelf: Shelf, items: Exportable, format: str, target: Path) -> None:
    """Write ``items`` in a format to ``target``, of whole articles no more than one at a time in memory."""
    export.write(target, pieces(shelf, items, format))


def pieces(shelf: Shelf, items: Exportable, format: str) -> Iterator[str]:
    """Return ``items`` in a format, piece by piece; they are read as the pieces are asked for.

    Raises:
        BriefreaderError: there is no such format.
    """
    if isinstance(items, Comparison) and format == "markdown":
        return iter([_handed_on(shelf, items)])
    return export.pieces(_records(shelf, items, with_text=format in _WITH_TEXT), format)


def _handed_on(shelf: Shelf, found: Comparison) -> str:
    def wholly(link: Link) -> bool:
        return all(mark.change == "same" for side in comparing.word_marks(found, link) for mark in side)

    return export.handed_on(found, _written(shelf, found), wholly=wholly)


def _records(shelf: Shelf, items: Exportable, *, with_text: bool) -> Iterable[Record]:
    if isinstance(items, Hits):
        return export.of_hits(items, lambda hit: _sentences(shelf, hit))
    if isinstance(items, Concordance):
        return export.of_occurrences(items.occurrences)
    if isinstance(items, Comparison):
        return export.of_comparison(items, _written(shelf, items))
    notes = [item for item in items if isinstance(item, Note)]
    articles = (item for item in items if isinstance(item, ArticleInfo))
    whole = with_text and not notes  # among notes an article is one that is marked
    return chain(
        _of_notes(shelf, notes), export.of_articles(_with_text(shelf, articles) if whole else articles)
    )


def _with_text(shelf: Shelf, articles: Iterable[ArticleInfo]) -> Iterator[ArticleInfo]:
    """Read each article when it is its turn; of one that is gone meanwhile its row alone is known."""
    for info in articles:
        yield info if isinstance(info, Article) else shelf.cache.articles.article(info.key) or info


def _written(shelf: Shelf, found: Comparison) -> Iterator[Sequence[Note]]:
    """Yield the notes in the articles compared, those that were written as one together."""
    together = shelf.userdata.notes.together()
    seen: set[int] = set()
    for note in chain.from_iterable(shelf.userdata.notes.all(article.id) for article in found.articles):
        if note.id not in seen:
            as_one = [note, *together.get(note.id, ())]
            seen.update(each.id for each in as_one)
            yield as_one


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
