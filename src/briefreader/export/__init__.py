"""Export: articles, hits, mentions, notes and comparisons as Markdown, JSON, CSV, BibTeX and CSL-JSON."""

from briefreader.export.formats import FORMATS, Format, render
from briefreader.export.records import (
    Record,
    of_articles,
    of_comparison,
    of_hits,
    of_notes,
    of_occurrences,
)
from briefreader.export.writing import write

__all__ = [
    "FORMATS",
    "Format",
    "Record",
    "of_articles",
    "of_comparison",
    "of_hits",
    "of_notes",
    "of_occurrences",
    "render",
    "write",
]
