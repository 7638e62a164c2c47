"""Comparing accounts: what two articles share word for word or in meaning, and where their facts differ.

Public names load on first use, so that asking for :data:`DIGEST_VERSION` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.lazy import lazily

if TYPE_CHECKING:
    from briefreader.compare.comparison import compare
    from briefreader.compare.covering import ClaimRow, claim_rows
    from briefreader.compare.digests import digest
    from briefreader.compare.echoing import Echo, echoes
    from briefreader.compare.scoring import similarity
    from briefreader.compare.storybook import StoryBook, StoryRow
    from briefreader.compare.wordmarks import WordMark, word_marks

__all__ = [
    "DIGEST_VERSION",
    "ClaimRow",
    "Echo",
    "StoryBook",
    "StoryRow",
    "WordMark",
    "claim_rows",
    "compare",
    "digest",
    "echoes",
    "similarity",
    "word_marks",
]

DIGEST_VERSION = 3
"""Digests of another version are made anew."""

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "comparison": "compare",
            "covering": "ClaimRow claim_rows",
            "digests": "digest",
            "echoing": "Echo echoes",
            "scoring": "similarity",
            "storybook": "StoryBook StoryRow",
            "wordmarks": "WordMark word_marks",
        },
    )
