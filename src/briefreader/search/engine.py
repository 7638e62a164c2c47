"""The engine: update, refresh, search, and where a query matches. No Whoosh type leaves it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from time import perf_counter

from briefreader.model import Hit, Hits, Span
from briefreader.search.documents import IndexDocument, Knowledge
from briefreader.search.errors import CancelledError, IndexUnusable
from briefreader.search.evaluate.order import Sort
from briefreader.search.evaluate.ranking import Ranking
from briefreader.search.facets import count_facets
from briefreader.search.index.store import Store
from briefreader.search.index.sums import DamageError
from briefreader.search.language.parser import parse
from briefreader.search.language.problems import QueryError
from briefreader.search.searching import Lights, Search, keys_of
from briefreader.search.suggest import did_you_mean

_DAMAGE = (DamageError, IndexError)
_DAMAGED = "The search index is damaged; it must be built anew."


class WhooshEngine:
    """Searches a Whoosh index in a directory of its own. Its methods may be called from any thread."""

    def __init__(self, directory: Path, knowledge: Knowledge, ranking: Ranking) -> None:
        """Open the index, or make an empty one.

        Raises:
            IndexUnusable: the index cannot be trusted or read; remove its directory and build it anew.
        """
        self._store = Store(directory)
        self._knowledge = knowledge
        self._ranking = ranking
        self._lock = Lock()
        self._snapshot = self._store.snapshot()

    def update(
        self,
        add: Iterable[IndexDocument],
        remove: Iterable[int] = (),
        *,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """Add articles (each replaces the one of its key), remove others, commit, and see the outcome.

        ``progress`` hears how many articles were taken in so far.

        Raises:
            IndexLocked: another process is writing.
            IndexUnusable: the index is damaged.
        """
        self._store.update(add, remove, progress or (lambda _: None))
        self.refresh()

    def refresh(self) -> bool:
        """See what this or another process committed; tell whether there was anything.

        Raises:
            IndexUnusable: the index is damaged.
        """
        with self._lock:
            before = self._snapshot
            self._snapshot = self._store.snapshot()
            return self._snapshot is not before

    def documents(self) -> Mapping[int, int]:
        """Return the stamp of every article in the index, by key."""
        snapshot = self._snapshot
        keys, stamps = snapshot.keys[snapshot.live], snapshot.column("stamp")[snapshot.live]
        return dict(zip(keys.tolist(), stamps.tolist(), strict=True))

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        sort: Sort = "relevance",
        facets: bool = False,
        typing: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Hits:
        """Return the articles that match, best first, the ``limit`` from ``offset`` on in detail.

        With ``typing`` the last word may be the beginning of one. A wrong query comes back with its problem,
        a cancelled one empty.

        Raises:
            IndexUnusable: the index proves to be damaged.
        """
        begun = perf_counter()
        try:
            tree = parse(query, typing=typing)
            search = Search(tree, self._snapshot, self._knowledge, self._ranking, cancelled)
            result = search.evaluate()
            numbers = search.order(result, sort)
            hits = search.hits(result, numbers[offset : offset + limit])
            keys = keys_of(search.snapshot, numbers)
            counts = count_facets(search.snapshot, numbers, self._knowledge) if facets else ()
            better = did_you_mean(query, tree, search.snapshot)
        except QueryError as wrong:
            return Hits(query, 0, _since(begun), problem=wrong.problem)
        except CancelledError:
            return Hits(query, 0, _since(begun))
        except _DAMAGE as error:
            raise IndexUnusable(_DAMAGED) from error
        return Hits(query, len(numbers), _since(begun), hits, keys, counts, better)

    def detail(self, query: str, keys: Sequence[int], *, typing: bool = False) -> tuple[Hit, ...]:
        """Return the hits among the articles ``keys`` in detail; a wrong query has none.

        Raises:
            IndexUnusable: the index proves to be damaged.
        """
        try:
            tree = parse(query, typing=typing)
            search = Search(tree, self._snapshot, self._knowledge, self._ranking, None)
            return search.hits_among(search.evaluate(), keys)
        except QueryError:
            return ()
        except _DAMAGE as error:
            raise IndexUnusable(_DAMAGED) from error

    def matches(self, query: str, key: int, *, typing: bool = False) -> tuple[Span, ...]:
        """Return where ``query`` matches in the text of the article ``key``; a wrong query matches nowhere.

        Raises:
            KeyError: there is no such article.
        """
        try:
            lights = Lights(parse(query, typing=typing), self._snapshot, self._knowledge)
        except QueryError:
            return ()
        title = "".join(info.title for info in self._knowledge.info([key]))
        return tuple(Span(lit.start, lit.end) for lit in lights.on(key, self._knowledge.text(key), title))


def _since(begun: float) -> float:
    return (perf_counter() - begun) * 1000
