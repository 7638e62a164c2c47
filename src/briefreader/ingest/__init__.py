"""Files to articles: formats, charsets, folding of page residue, metadata, change detection.

Public names load on first use, so that a folder is looked at without loading what reads its files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# The one name that a module of the package shares, and which therefore cannot wait to be asked for.
from briefreader.ingest.scan import FoundFile, scan
from briefreader.lazy import lazily

if TYPE_CHECKING:
    from briefreader.ingest.collection_file import collection_options
    from briefreader.ingest.formats.plugins import broken_plug_ins
    from briefreader.ingest.formats.registry import editions, is_readable, readers, suffix_of
    from briefreader.ingest.options import ReadOptions
    from briefreader.ingest.reader import ReadArticle, clean, read_file

VERSION = 13
"""Part of the cache key: what another version has read is read again."""

__all__ = [
    "VERSION",
    "FoundFile",
    "ReadArticle",
    "ReadOptions",
    "broken_plug_ins",
    "clean",
    "collection_options",
    "editions",
    "is_readable",
    "read_file",
    "readers",
    "scan",
    "suffix_of",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "collection_file": "collection_options",
            "formats.plugins": "broken_plug_ins",
            "formats.registry": "editions is_readable readers suffix_of",
            "options": "ReadOptions",
            "reader": "ReadArticle clean read_file",
        },
    )
