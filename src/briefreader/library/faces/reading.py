"""Lists and articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.library import reading
from briefreader.library.faces.face import Face, Ref
from briefreader.library.listing import Listing, Sort

if TYPE_CHECKING:
    from briefreader.model import Article, ArticleInfo, Readers
    from briefreader.store.cache.articles import Column


class Reading(Face):
    """Finds and reads articles."""

    def listing(
        self,
        *,
        sort: Sort = "date",
        descending: bool | None = None,
        keys: Iterable[int] | None = None,
        entities: Sequence[str] = (),
        without: Sequence[str] = (),
        flags: Sequence[str] = (),
        words: Sequence[str] = (),
    ) -> Listing:
        """List the articles of ``keys`` (None: all) that mention all of ``entities`` and none of ``without``.

        Entities are ids. ``flags`` are as in queries: ``unread``, ``starred``, ``noted``, ``tag:x``.
        ``words`` stand in title, source, author or date, as parts of words and whatever their case.
        ``descending`` is by default the natural order: newest first, the rest from A. Sort ``relevance``
        keeps the order of ``keys``. Articles without the value come last in either direction.
        """
        selection = reading.Selection(sort, descending, keys, entities, without, flags)
        found = reading.listing(self._shelf, selection)
        return found.narrowed(words) if words else found

    def column(self, name: Column, keys: Iterable[int]) -> dict[int, str | None]:
        """Return one value of many articles, by key: quicker than row by row."""
        return reading.column(self._shelf, name, keys)

    def article(self, ref: Ref) -> Article:
        """Return the article with its whole text."""
        return reading.article(self._shelf, ref)

    @staticmethod
    def clean(text: str) -> Article:
        """Return the article that ``text`` is, for text that is in no collection; its key is 0."""
        from briefreader.ingest import clean

        return clean(text)

    def info(self, ref: Ref) -> ArticleInfo:
        """Return what a list shows of the article."""
        return reading.info(self._shelf, ref)

    def paths(self, ref: Ref) -> tuple[str, ...]:
        """Return every path that holds exactly this article, its own first."""
        return self._shelf.cache.articles.paths(self.info(ref).key)

    def file(self, ref: Ref) -> Path:
        """Return the file on this machine that the article was read from."""
        return reading.file(self._shelf, ref)

    def formats(self) -> list[str]:
        """Return the kinds of file that are read, by name, the plainest first."""
        from briefreader.ingest.formats.registry import formats

        return [each.name for each in formats()]

    @staticmethod
    def readers() -> Readers:
        """Return what reads files on this machine: formats, extras and plug-ins, whatever the collection."""
        from briefreader.ingest import readers

        return readers()
