"""Export: articles, hits, mentions, notes and comparisons as Markdown, JSON, CSV, BibTeX and CSL-JSON."""

from typing import TYPE_CHECKING

from briefreader.lazy import lazily

if TYPE_CHECKING:
    from briefreader.export.comparisons import handed_on
    from briefreader.export.formats import FORMATS, Format, pieces, render
    from briefreader.export.records import (
        Passage,
        Record,
        of_articles,
        of_comparison,
        of_hits,
        of_notes,
        of_occurrences,
    )
    from briefreader.export.writing import write

__getattr__ = lazily(
    __name__,
    {
        "comparisons": "handed_on",
        "formats": "FORMATS Format pieces render",
        "records": "Passage Record of_articles of_comparison of_hits of_notes of_occurrences",
        "writing": "write",
    },
)

__all__ = [
    "FORMATS",
    "Format",
    "Passage",
    "Record",
    "handed_on",
    "of_articles",
    "of_comparison",
    "of_hits",
    "of_notes",
    "of_occurrences",
    "pieces",
    "render",
    "write",
]
