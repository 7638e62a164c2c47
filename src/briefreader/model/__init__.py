"""The words that every room shares: frozen values, in one coordinate system.

All positions are code points in :attr:`Article.text`; all spans are half open.
"""

from briefreader.model.articles import Article, ArticleInfo
from briefreader.model.comparison import (
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
from briefreader.model.entities import ENTITY_TYPES, Entity, EntityType, Mention, Occurrence
from briefreader.model.hits import Facet, Hit, Hits, QueryProblem, Snippet
from briefreader.model.marks import Marks, Note
from briefreader.model.spans import Block, BlockKind, Fold, Span
from briefreader.model.syncing import Progress, Skipped, SyncReport

__all__ = [
    "ENTITY_TYPES",
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
    "Run",
    "Skipped",
    "Snippet",
    "Span",
    "Stories",
    "Story",
    "Suggestion",
    "SyncReport",
    "Tier",
    "Unit",
]
