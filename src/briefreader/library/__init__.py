"""The façade over every room below: a :class:`Library` is a collection to read, search and mark."""

from briefreader.library.collection import Collection
from briefreader.library.concordance import Concordance
from briefreader.library.facade import Library
from briefreader.library.listing import Listing, Sort

__all__ = ["Collection", "Concordance", "Library", "Listing", "Sort"]
