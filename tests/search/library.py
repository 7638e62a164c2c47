"""A library for tests: articles in memory, and what the reader has marked in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from briefreader.errors import NothingFound
from briefreader.model import ArticleInfo, EntityType, Facet, Span
from briefreader.search import Engine, IndexDocument, Mentioned, open_engine
from briefreader.search.engine import WhooshEngine
from briefreader.search.evaluate.ranking import Ranking


class Mentions:
    """Spans by article."""

    def __init__(self, spans: Mapping[int, Sequence[Span]]) -> None:
        self._spans = spans

    def counts(self) -> Mapping[int, int]:
        return {key: len(spans) for key, spans in self._spans.items()}

    def spans(self, key: int) -> Sequence[Span]:
        return self._spans.get(key, ())


class Shelf:
    """Articles by key, and answers to what the index does not hold."""

    def __init__(self, documents: Sequence[IndexDocument] = ()) -> None:
        self.documents = {document.key: document for document in documents}
        self.flags: dict[str, set[int]] = {}
        self.notes: dict[int, str] = {}
        self.mentions: dict[tuple[EntityType | None, str], dict[int, list[Span]]] = {}
        self.alike: dict[str, dict[int, float]] = {}

    def text(self, key: int) -> str:
        return self.documents[key].body

    def info(self, keys: Sequence[int]) -> list[ArticleInfo]:
        return [self._info(self.documents[key]) for key in keys if key in self.documents]

    def _info(self, document: IndexDocument) -> ArticleInfo:
        return ArticleInfo(
            id=f"{document.key:012x}",
            path=f"{document.key}.txt",
            title=document.title,
            source=document.source,
            published=document.published,
            key=document.key,
        )

    def mentioned(self, kind: EntityType | None, name: str, *, beginning: bool = False) -> Mentioned:
        begun = (held for held in self.mentions if held[0] == kind and held[1].startswith(name.lower()))
        meant = next(begun, None) if beginning else (kind, name.lower())
        return Mentions(self.mentions.get(meant, {}) if meant else {})

    def entity_facets(self, keys: Collection[int]) -> Sequence[Facet]:
        return [Facet("person", "Mira Solen", len(keys))] if keys else []

    def flagged(self, flag: str) -> Collection[int]:
        return self.flags.get(flag, set())

    def noted(self, words: str) -> Collection[int]:
        return {key for key, note in self.notes.items() if words in note}

    def like(self, ref: str) -> Mapping[int, float]:
        if ref not in self.alike:
            raise NothingFound(f"there is no article {ref}")
        return self.alike[ref]


def article(key: int, body: str, title: str = "", **more: str) -> IndexDocument:
    return IndexDocument(key=key, title=title, body=body, **more)  # type: ignore[arg-type]


def shelved(folder: Path, *documents: IndexDocument) -> tuple[Engine, Shelf]:
    """Index documents in ``folder``."""
    shelf = Shelf(documents)
    engine = open_engine(folder / "index", shelf)
    engine.update(documents)
    return engine, shelf


def ranked_as_whoosh(folder: Path, *documents: IndexDocument) -> WhooshEngine:
    """Index documents for an engine that scores as Whoosh does."""
    ranking = Ranking(title=1.0, other_forms=1.0)
    engine = WhooshEngine(folder / "index", Shelf(documents), ranking)
    engine.update(documents)
    return engine


def keys(engine: Engine, query: str, **options: bool) -> list[int]:
    """Return the keys that a query finds, in order."""
    hits = engine.search(query, **options)
    assert hits.problem is None, hits.problem
    return hits.keys.tolist()
