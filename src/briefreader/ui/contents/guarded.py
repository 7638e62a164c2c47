"""Rows read while the screen is painted: what is damaged is passed over there, and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, overload

from briefreader.ui.jobs import is_damage

if TYPE_CHECKING:
    from briefreader.library import Listing
    from briefreader.model import ArticleInfo

Read = TypeVar("Read")


class Guarded(Sequence["ArticleInfo"]):
    """A listing of which rows that cannot be read are blank; ``damaged`` is called for each."""

    def __init__(self, listing: Listing, damaged: Callable[[], None]) -> None:
        self._listing, self._damaged = listing, damaged

    def __len__(self) -> int:
        return len(self._listing)

    @overload
    def __getitem__(self, index: int) -> ArticleInfo: ...
    @overload
    def __getitem__(self, index: slice) -> list[ArticleInfo]: ...

    def __getitem__(self, index: int | slice) -> ArticleInfo | list[ArticleInfo]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        return self._read(lambda: self._listing[index]) or _blank()

    def index_of(self, article_id: str) -> int | None:
        """Return the row of an article, None if it is not in the listing or cannot be found."""
        return self._read(lambda: self._listing.index_of(article_id))

    def _read(self, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except Exception as error:
            if not is_damage(error):
                raise
            self._damaged()
            return None


def _blank() -> ArticleInfo:
    from briefreader.model import ArticleInfo

    return ArticleInfo(id="", path="", title="")
