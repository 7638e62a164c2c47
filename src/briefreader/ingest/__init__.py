"""Files to articles: formats, charsets, folding of page residue, metadata, change detection."""

from __future__ import annotations

from briefreader.ingest.collection_file import collection_options
from briefreader.ingest.options import ReadOptions
from briefreader.ingest.reader import ReadArticle, clean, is_readable, read_file
from briefreader.ingest.scan import FoundFile, scan

VERSION = 7
"""Part of the cache key: what another version has read is read again."""

__all__ = [
    "VERSION",
    "FoundFile",
    "ReadArticle",
    "ReadOptions",
    "clean",
    "collection_options",
    "is_readable",
    "read_file",
    "scan",
]
