"""The words that every room shares: frozen values, in one coordinate system.

All positions are code points in :attr:`Article.text`; all spans are half open. Each name loads on first use,
since making a frozen class takes as long as reading a page of the list, and most programs need few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.lazy import lazily

if TYPE_CHECKING:
    from briefreader.model.articles import Article, ArticleInfo
    from briefreader.model.comparison import (
        TIER_WORDS,
        Comparison,
        Duplicates,
        Fact,
        FactKind,
        FactStatus,
        FactValue,
        Link,
        Run,
        Stories,
        Story,
        Suggestion,
        Tier,
        Unit,
    )
    from briefreader.model.entities import Entity, Mention, Occurrence
    from briefreader.model.entity_types import ENTITY_TYPES, ONE_OF, EntityType
    from briefreader.model.hits import Facet, Hit, Hits, QueryProblem, Snippet
    from briefreader.model.marks import Marks, Note, Step
    from briefreader.model.readers import Readers
    from briefreader.model.spans import Block, BlockKind, Fold, Span
    from briefreader.model.syncing import Progress, Skipped, SyncReport

__all__ = [
    "ENTITY_TYPES",
    "ONE_OF",
    "TIER_WORDS",
    "Article",
    "ArticleInfo",
    "Block",
    "BlockKind",
    "Comparison",
    "Duplicates",
    "Entity",
    "EntityType",
    "Facet",
    "Fact",
    "FactKind",
    "FactStatus",
    "FactValue",
    "Fold",
    "Hit",
    "Hits",
    "Link",
    "Marks",
    "Mention",
    "Note",
    "Occurrence",
    "Progress",
    "QueryProblem",
    "Readers",
    "Run",
    "Skipped",
    "Snippet",
    "Span",
    "Step",
    "Stories",
    "Story",
    "Suggestion",
    "SyncReport",
    "Tier",
    "Unit",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "articles": "Article ArticleInfo",
            "comparison": "Comparison Duplicates Fact FactKind FactStatus FactValue Link Run Stories Story"
            " Suggestion TIER_WORDS Tier Unit",
            "entities": "Entity Mention Occurrence",
            "entity_types": "ENTITY_TYPES ONE_OF EntityType",
            "hits": "Facet Hit Hits QueryProblem Snippet",
            "marks": "Marks Note Step",
            "readers": "Readers",
            "spans": "Block BlockKind Fold Span",
            "syncing": "Progress Skipped SyncReport",
        },
    )
