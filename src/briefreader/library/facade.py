"""The façade: everything that the command line, the reader and Python users can do with a collection."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from briefreader.library import opening, recasting
from briefreader.library.faces.comparing import Comparing
from briefreader.library.faces.marking import Marking
from briefreader.library.faces.naming import Naming
from briefreader.library.faces.searching import Searching
from briefreader.library.faces.syncing import Syncing

if TYPE_CHECKING:
    from briefreader.library.collection import Collection


class Library(Syncing, Searching, Naming, Comparing, Marking):
    """A collection of articles: found, read, searched, recognised, compared and marked.

    Each subject is a class in :mod:`briefreader.library.faces`. ``Ref`` names an article by its id, its
    path inside the collection, or its key. Every method may be called from any thread. A method that takes
    a ref raises :class:`~briefreader.errors.NothingFound` where the collection has no such article.
    """

    @classmethod
    def open(cls, *paths: str | Path) -> Library:
        """Open the collection of these folders and files; what is cached can be read at once.

        Without a path: that of ``BRIEFREADER_COLLECTION`` (several joined by ``:``), else the one opened
        last, else the sample. Nothing is read from the roots yet: see :meth:`sync`.

        Raises:
            OutOfReach: a root is missing or forbidden, or a directory of the cache is not the user's.
            BadData: what the reader made earlier is damaged; the sentence says how to restore it.
        """
        return cls(opening.open_shelf(paths))

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
        return (*self._shelf.notices, *recasting.problems(self._shelf))
