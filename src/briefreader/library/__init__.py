"""The façade over every room below: a :class:`Library` is a collection to read, search and mark.

Names load on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.lazy import lazily

if TYPE_CHECKING:
    from briefreader.library.collection import Collection
    from briefreader.library.concordance import Concordance
    from briefreader.library.facade import Library
    from briefreader.library.listing import Listing, Sort

__all__ = ["Collection", "Concordance", "Library", "Listing", "Sort"]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "collection": "Collection",
            "concordance": "Concordance",
            "facade": "Library",
            "listing": "Listing Sort",
        },
    )
