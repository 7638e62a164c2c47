"""Articles made for one test: paragraphs in, an article out; names found by their spelling."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.compare import compare
from briefreader.model import Article, Block, Comparison, Entity, EntityType, Fold, Link, Mention


def account(
    *paragraphs: str, name: str = "a", folds: Sequence[str] = (), published: str | None = None
) -> Article:
    """Lay paragraphs out with an empty line between them; ``folds`` names paragraphs that are residue."""
    text = "\n\n".join(paragraphs)
    blocks = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph)))
        start += len(paragraph) + 2
    residue = tuple(Fold(text.index(fold), text.index(fold) + len(fold), "residue") for fold in folds)
    return Article(
        id=name,
        path=f"{name}.txt",
        title=paragraphs[0],
        text=text,
        paragraphs=tuple(blocks),
        folds=residue,
        published=published,
        words=len(text.split()),
    )


def people(**names: str) -> dict[str, Entity]:
    """Make persons: ``people(orla="Orla Fenwick")``."""
    return {identity: Entity(identity, name, "person") for identity, name in names.items()}


def mention(
    article: Article,
    words: str,
    entity: str,
    *,
    role: str | None = None,
    type: EntityType = "person",
    after: int = 0,
) -> Mention:
    """Find a mention by its words, the first from ``after`` on."""
    start = article.text.index(words, after)
    return Mention(start, start + len(words), words, type, entity, role)


def compared(*articles: Article) -> Comparison:
    """Compare articles without any names known."""
    return compare(articles, [() for _ in articles], {})


def linked(comparison: Comparison) -> list[tuple[str, str, Link]]:
    """Return the sentences of each link of a comparison of two, as text."""
    return [
        (
            comparison.units[0][link.a[0]].cut(comparison.articles[0].text),
            comparison.units[1][link.b[0]].cut(comparison.articles[1].text),
            link,
        )
        for link in comparison.links
    ]
