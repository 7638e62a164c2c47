"""A library that knows nothing but what a benchmark's engine holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from briefreader.model import ArticleInfo, EntityType, Facet, Span


class Nowhere:
    """Mentions of nobody."""

    def counts(self) -> Mapping[int, int]:
        return {}

    def spans(self, _key: int) -> Sequence[Span]:
        return ()


class Ignorant:
    """Answers every question of a search with nothing."""

    def text(self, key: int) -> str:
        raise KeyError(key)

    def info(self, _keys: Sequence[int]) -> list[ArticleInfo]:
        return []

    def mentioned(self, kind: EntityType | None, name: str, *, beginning: bool = False) -> Nowhere:
        del kind, name, beginning
        return Nowhere()

    def entity_facets(self, _keys: Collection[int]) -> Sequence[Facet]:
        return ()

    def flagged(self, _flag: str) -> Collection[int]:
        return ()

    def noted(self, _words: str) -> Collection[int]:
        return ()

    def like(self, _ref: str) -> Mapping[int, float]:
        return {}
