"""Precision, recall and F1 of names: exact spans, with and without their types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefreader.model import ENTITY_TYPES, EntityType

Name = tuple[int, int, EntityType]


class Score:
    """Counts what was right, over any number of documents."""

    def __init__(self) -> None:
        self._gold: Counter[str] = Counter()
        self._found: Counter[str] = Counter()
        self._right: Counter[str] = Counter()

    def add(self, gold: Iterable[Name], found: Iterable[Name]) -> None:
        """Count one document."""
        wanted, given = set(gold), set(found)
        for names, counts in ((wanted, self._gold), (given, self._found), (wanted & given, self._right)):
            counts.update(kind for _, _, kind in names)
        spans = {name[:2] for name in wanted} & {name[:2] for name in given}
        self._right["span"] += len(spans)

    def f1(self, *kinds: str) -> float:
        """Return F1 over some types, or over all."""
        chosen: Sequence[str] = kinds or ENTITY_TYPES
        return self._ratio(sum(self._right[kind] for kind in chosen), chosen)

    def span_f1(self) -> float:
        """Return F1 of spans whatever their type."""
        return self._ratio(self._right["span"], ENTITY_TYPES)

    def precision(self) -> float:
        """Return which part of the names found is right."""
        return sum(self._right[kind] for kind in ENTITY_TYPES) / max(1, self._found.total())

    def recall(self) -> float:
        """Return which part of the gold names is found."""
        return sum(self._right[kind] for kind in ENTITY_TYPES) / max(1, self._gold.total())

    def _ratio(self, right: int, kinds: Sequence[str]) -> float:
        total = sum(self._gold[kind] + self._found[kind] for kind in kinds)
        return 2 * right / total if total else 0.0

    def __str__(self) -> str:
        each = " ".join(f"{kind[:3]} {self.f1(kind):.3f}" for kind in ENTITY_TYPES)
        return (
            f"F1 {self.f1():.3f} (P {self.precision():.3f} R {self.recall():.3f}), "
            f"spans {self.span_f1():.3f}; {each}"
        )
