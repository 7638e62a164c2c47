"""briefreader: read collections of articles in a terminal, with understanding.

``from briefreader import Library`` is the whole of the public Python interface for a collection; for text
that is in none, see :func:`briefreader.entities.recognize`, :func:`briefreader.ingest.clean` and
:func:`briefreader.compare.similarity`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.version import __version__

if TYPE_CHECKING:
    from briefreader.library import Library

__all__ = ["Library", "__version__"]


def __getattr__(name: str) -> object:
    # Asking for the version must not pay for SQLite, the index and the recogniser.
    if name == "Library":
        from briefreader.library import Library

        return Library
    raise AttributeError(f"module 'briefreader' has no attribute {name!r}")
