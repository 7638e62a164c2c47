"""The list of articles as a lazy sequence: an array of keys, and rows fetched by the page."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Literal, NamedTuple, overload

from briefreader.model import ArticleInfo

Sort = Literal["date", "title", "source", "author", "path", "words", "relevance"]

PAGE = 64
_PAGES_KEPT = 32

Fetch = Callable[[Sequence[int]], dict[int, ArticleInfo]]
Lines = Callable[[Sequence[int]], list[str]]


class Outset(NamedTuple):
    """What a long list begins with: how many there are, the first keys, and how to come by all."""

    total: int
    first: array[int]
    all: Callable[[], array[int]]


class Listing(Sequence[ArticleInfo]):
    """Articles in an order; at 100,000 it costs its array of keys (0.8 MB) and the pages looked at.

    Where an :class:`Outset` is known the first page is there without the rest, which is read when needed.
    A row whose article was removed meanwhile reads as an :class:`ArticleInfo` with an empty id.
    Safe to read from one thread at a time.
    """

    def __init__(
        self, keys: array[int] | Outset, fetch: Fetch, find: Callable[[str], int | None], lines: Lines
    ) -> None:
        self._outset = keys if isinstance(keys, Outset) else None
        self._keys = None if isinstance(keys, Outset) else keys
        self._fetch = fetch
        self._find = find
        self._lines = lines
        self._looked_through: list[str] | None = None
        self._looking = Lock()
        self._pages: OrderedDict[int, list[ArticleInfo]] = OrderedDict()

    @property
    def keys(self) -> array[int]:
        """The key of every row."""
        if self._keys is None:
            self._keys = self._read_all()
        return self._keys

    def _read_all(self) -> array[int]:
        """Read all keys; the list stays as long as it was told to be, whatever was written meanwhile."""
        assert self._outset is not None  # noqa: S101 (a listing without keys has one)
        keys = self._outset.all()[: self._outset.total]
        return keys + array("q", [0]) * (self._outset.total - len(keys))

    def __len__(self) -> int:
        return self._outset.total if self._outset else len(self.keys)

    @overload
    def __getitem__(self, index: int) -> ArticleInfo: ...
    @overload
    def __getitem__(self, index: slice) -> list[ArticleInfo]: ...

    def __getitem__(self, index: int | slice) -> ArticleInfo | list[ArticleInfo]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        page, row = divmod(place, PAGE)
        return self._page(page)[row]

    def index_of(self, article_id: str) -> int | None:
        """Return the row of the article, None where the listing has it not."""
        key = self._find(article_id)
        return None if key is None else self.index_of_key(key)

    def index_of_key(self, key: int) -> int | None:
        """Return the row of the article with this key, None where the listing has it not."""
        try:
            return self.keys.index(key)
        except ValueError:
            return None

    def narrowed(self, words: Sequence[str]) -> Listing:
        """Return those in whose title, source, author or date all ``words`` stand, whatever their case.

        What is looked through is read with the first words (at 100,000 rows 0.2 s and 13 MB) and kept, since
        words are typed letter by letter. Safe from several threads.
        """
        with self._looking:
            if self._looked_through is None:
                self._looked_through = self._lines(self.keys)
        lines, keys = self._looked_through, self.keys
        rows: Sequence[int] = range(len(keys))
        for word in map(str.casefold, words):
            rows = [row for row in rows if word in lines[row]]
        return Listing(array("q", (keys[row] for row in rows)), self._fetch, self._find, self._lines)

    def _known(self, page: int) -> array[int]:
        outset = self._outset
        enough = outset is not None and not page and len(outset.first) >= min(PAGE, outset.total)
        return outset.first if outset and enough else self.keys

    def _page(self, number: int) -> list[ArticleInfo]:
        if (page := self._pages.get(number)) is not None:
            self._pages.move_to_end(number)
            return page
        keys = self._known(number)[number * PAGE : (number + 1) * PAGE]
        found = self._fetch(keys)
        page = [found.get(key) or ArticleInfo(id="", path="", title="", key=key) for key in keys]
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page
