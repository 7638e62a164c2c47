"""The façade: everything that the command line, the reader and Python users can do with a collection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from briefreader.library import comparing, dossier, naming, opening, reading, searching
from briefreader.library.listing import Listing, Sort
from briefreader.model import (
    Article,
    ArticleInfo,
    Comparison,
    Entity,
    EntityType,
    Fold,
    Hit,
    Hits,
    Link,
    Mention,
    Progress,
    Span,
    Stories,
    Suggestion,
    SyncReport,
)

if TYPE_CHECKING:
    from briefreader.compare import Coverage, Echo, WordMark
    from briefreader.library.collection import Collection
    from briefreader.library.concordance import Concordance
    from briefreader.library.corrections import CorrectionsBook
    from briefreader.library.dossier import Dossier
    from briefreader.library.exporting import Exportable
    from briefreader.library.marks import MarksBook
    from briefreader.library.searches import SearchesBook

Ref = str | int
OnProgress = Callable[[Progress], None]
Cancelled = Callable[[], bool]


class Library:
    """A collection of articles: found, read, searched, recognised, compared and marked.

    ``Ref`` names an article by its id, its path inside the collection, or its key. Every method may be
    called from any thread. A method that takes a ref raises :class:`~briefreader.errors.NothingFound`
    where the collection has no such article.
    """

    def __init__(self, shelf: opening.Shelf) -> None:
        self._shelf = shelf

    @classmethod
    def open(cls, *paths: str | Path, rebuild: bool = False) -> Library:
        """Open the collection of these folders and files; what is cached can be read at once.

        Without a path: that of ``BRIEFREADER_COLLECTION`` (several joined by ``:``), else the one opened
        last, else the sample. Nothing is read from the roots yet: see :meth:`sync`.

        Raises:
            OutOfReach: a root is missing or forbidden, or a directory of the cache is not the user's.
            BadData: what the reader made earlier is damaged; the sentence says how to restore it.
        """
        return cls(opening.open_shelf(paths, rebuild=rebuild))

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close files and locks; closing twice is harmless."""
        self._shelf.close()

    @property
    def collection(self) -> Collection:
        """The roots, their name and the key of their cache."""
        return self._shelf.collection

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should be told of this opening, a sentence each: a cache rebuilt, a backup made."""
        return tuple(self._shelf.notices)

    def sync(
        self,
        *,
        progress: OnProgress | None = None,
        cancelled: Cancelled | None = None,
        rebuild: bool = False,
    ) -> SyncReport:
        """Bring cache, index, entities and stories up to date with the files, in this process.

        ``progress`` is called from this thread. Work done before a cancellation stays done.

        Raises:
            OutOfReach: another process is writing; the sentence names its host and pid.
        """
        from briefreader.library.sync import run

        return run.sync(self._shelf, progress=progress, cancelled=cancelled, rebuild=rebuild)

    def sync_in_background(
        self,
        *,
        progress: OnProgress | None = None,
        cancelled: Cancelled | None = None,
        rebuild: bool = False,
    ) -> SyncReport:
        """Do as :meth:`sync` does, in a process of its own: only the calling thread waits."""
        from briefreader.library.sync import background

        return background.sync(self._shelf, progress=progress, cancelled=cancelled, rebuild=rebuild)

    def watch(self, changed: Callable[[], None], *, cancelled: Cancelled) -> None:
        """Call ``changed`` each time files under the roots have changed, until ``cancelled`` says so."""
        from briefreader.library.sync import watch

        watch.watch(self.collection.roots, changed, cancelled)

    def refresh(self) -> bool:
        """Pick up what another process or thread wrote; tell whether anything is new since the last call."""
        return self._shelf.refresh()

    def report(self) -> SyncReport | None:
        """Return what the last sync came to, None before the first."""
        return self._shelf.cache.sync_report()

    def check(self) -> list[str]:
        """Read the whole cache and say, in a sentence each, what is damaged in it."""
        return [] if self._shelf.cache.check() else ["the cache is damaged: run briefreader index --rebuild"]

    def pending(self) -> dict[str, int]:
        """Count the articles that are not yet searchable (``index``) or not yet recognised (``entities``)."""
        return self._shelf.cache.articles.pending()

    def listing(
        self,
        *,
        sort: Sort = "date",
        descending: bool | None = None,
        keys: Iterable[int] | None = None,
        entities: Sequence[str] = (),
        without: Sequence[str] = (),
        flags: Sequence[str] = (),
    ) -> Listing:
        """List the articles of ``keys`` (None: all) that mention all of ``entities`` and none of ``without``.

        Entities are ids. ``flags`` are as in queries: ``unread``, ``starred``, ``noted``, ``tag:x``.
        ``descending`` is by default the natural order: newest first, the rest from A. Sort ``relevance``
        keeps the order of ``keys``. Articles without the value come last in either direction.
        """
        return reading.listing(self._shelf, sort, descending, keys, entities, without, flags)

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

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        sort: str = "relevance",
        facets: bool = False,
        typing: bool = False,
        cancelled: Cancelled | None = None,
    ) -> Hits:
        """Find articles; ``limit`` hits come in detail, ``keys`` lists them all.

        ``sort``: ``relevance``, ``recent`` (relevance and age), ``date`` or ``source``. With ``typing`` the
        last word may be half typed. What is wrong with a query is told in ``problem``; nothing is raised.
        """
        return searching.search(self._shelf, query, limit, sort, facets, typing, cancelled)

    def hit(self, query: str, key: int) -> Hit:
        """Return the detail of one hit: its matches and the best passage."""
        return searching.hit(self._shelf, query, key)

    def hits(self, query: str, keys: Sequence[int], *, typing: bool = False) -> tuple[Hit, ...]:
        """Return the detail of those articles among ``keys`` that the query finds."""
        return searching.hits(self._shelf, query, keys, typing=typing)

    def matches(self, query: str, ref: Ref, *, typing: bool = False) -> tuple[Span, ...]:
        """Return every place in the article's text that the query matches, in order."""
        return searching.matches(self._shelf, query, self.info(ref).key, typing=typing)

    def entities(
        self,
        article: Ref | None = None,
        *,
        type: EntityType | None = None,
        limit: int | None = None,
        keys: Iterable[int] | None = None,
    ) -> list[Entity]:
        """Return entities, most mentioned first, counted in ``article``, or ``keys``, or the collection."""
        key = None if article is None else self.info(article).key
        return naming.entities(self._shelf, key, type, limit, keys)

    def entity(self, name: str) -> Entity | None:
        """Return the entity with this id, name or alias (case and accents aside)."""
        return naming.entity(self._shelf, name)

    def mentions_in(self, ref: Ref | Article) -> list[Mention]:
        """Return the names in the article in order, recognising them now if that is still to be done."""
        return naming.mentions_in(self._shelf, ref if isinstance(ref, Article) else self.article(ref))

    def mentions(self, name: str, *, limit: int | None = None) -> Concordance:
        """Return every mention of an entity, or every match of ``name`` as a query, in context."""
        return naming.concordance(self._shelf, name, limit)

    def about(self, entity: str) -> Dossier:
        """Return what is known of the entity with this id; raises :class:`NothingFound` for none."""
        return dossier.compile_dossier(self._shelf, entity)

    def compare(self, *refs: Ref | Article) -> Comparison:
        """Set two or more articles side by side; an :class:`Article` may be of no collection."""
        return comparing.compare(self._shelf, refs)

    def word_marks(self, found: Comparison, link: Link) -> tuple[tuple[WordMark, ...], tuple[WordMark, ...]]:
        """Tell which words of a link of a comparison are the same on both sides, moved, or changed."""
        return comparing.word_marks(found, link)

    def coverage(self, found: Comparison) -> tuple[Coverage, ...]:
        """Return the claims of the articles compared, and for each article the sentences that make them."""
        return comparing.coverage(found)

    def echoes(self, ids: Sequence[str]) -> tuple[Echo, ...]:
        """Return these articles in order of time, each with the earlier one it repeats word for word."""
        return comparing.echoes(self._shelf, ids)

    def similar(self, ref: Ref, limit: int = 10) -> list[Suggestion]:
        """Return the articles most worth comparing with this one, best first."""
        return comparing.similar(self._shelf, self.info(ref).key, limit)

    def stories(self) -> Stories:
        """Return the collection grouped by affair, and the near-duplicates in it."""
        return comparing.stories(self._shelf)

    def export(self, items: Exportable, format: str, target: Path | None = None) -> str:
        """Return hits, a concordance, a comparison, articles or notes as ``format``; also write ``target``.

        Formats: markdown, json, csv, bibtex, csl. A file is written whole, never through a link.
        """
        from briefreader.library import exporting

        return exporting.render(self._shelf, items, format, target)

    @property
    def marks(self) -> MarksBook:
        """Read state, stars, tags, places and notes."""
        return self._shelf.marks

    @property
    def searches(self) -> SearchesBook:
        """The history of queries, and searches saved under a name."""
        return self._shelf.searches

    @property
    def corrections(self) -> CorrectionsBook:
        """The reader's word on entities, kept as YAML that people can read."""
        return self._shelf.corrections

    def correct(self, ref: Ref, field: str, value: str | None) -> None:
        """Set ``title``, ``source``, ``author``, ``published``, ``url`` or ``language``; None: as given."""
        from briefreader.library import amending

        amending.correct(self._shelf, self.info(ref), field, value)

    def overrule_fold(self, ref: Ref, fold: Fold | Span, folded: bool) -> None:
        """Open a fold for good, or fold a span by hand; it stays so when the file is read again."""
        from briefreader.library import amending

        amending.overrule_fold(self._shelf, self.article(ref), fold, folded)
