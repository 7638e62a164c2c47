"""Comparing accounts: what two articles share word for word or in meaning, and where their facts differ.

Public names load on first use, so that asking for :data:`DIGEST_VERSION` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

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

_HOMES = {
    "compare": "comparison",
    "ClaimRow": "covering",
    "claim_rows": "covering",
    "digest": "digests",
    "Echo": "echoing",
    "echoes": "echoing",
    "similarity": "scoring",
    "StoryBook": "storybook",
    "StoryRow": "storybook",
    "WordMark": "wordmarks",
    "word_marks": "wordmarks",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
