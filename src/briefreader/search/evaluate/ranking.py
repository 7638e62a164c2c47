"""BM25 over arrays: the same numbers as Whoosh's BM25F."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import TypeAlias

import numpy as np

from briefreader.search.evaluate.found import NOTHING, Found
from briefreader.search.evaluate.terms import Expansion
from briefreader.search.index.arrays import Floats, Ints
from briefreader.search.index.schema import SCORED
from briefreader.search.index.snapshot import K1, Segment, Snapshot

Meant: TypeAlias = tuple[Expansion, float]  # terms, and the weight of each time that one of them stands there
_SPARSE = 5
_MANY = 1_000_000  # postings; more are not held at once, but summed up in between


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the order of hits depends on.

    ``title`` is the weight of a word in the title against one in the body; ``other_forms`` that of a word
    which shares the stem with the one asked for, against that word itself (with 1 the scores are Whoosh's);
    ``completions`` that of what the last word may become. ``half_life`` is the age in days at which an
    article counts half in the order "recent".
    """

    title: float = 0.8
    other_forms: float = 0.8
    completions: float = 0.5
    half_life: float = 30.0


def frequencies(snapshot: Snapshot, meant: Sequence[Meant]) -> Found:
    """Return the documents that hold one of the terms meant, with how often as their scores."""
    parts = [_counted(segment, meant) for segment in snapshot.segments]
    held = [part for part in parts if len(part)]
    if len(held) < 2:
        return held[0] if held else NOTHING
    return Found(np.concatenate([part.docs for part in held]), np.concatenate([part.scores for part in held]))


def _counted(segment: Segment, meant: Sequence[Meant]) -> Found:
    asked = [(expansion(segment.postings.lexicon), weight) for expansion, weight in meant]
    terms = sum(last - first for ranges, _ in asked for first, last in ranges)
    parts: list[Found] = []
    for ranges, weight in asked:
        for docs, counts in segment.postings.gathered(ranges):
            held = counts.astype(np.float64)
            parts.append(Found(docs, held if weight == 1.0 else held * weight))
            if sum(map(len, parts)) > _MANY:
                parts = [_summed(segment, parts)]
    if terms > 1:
        parts = [_summed(segment, parts)]
    return Found(parts[0].docs.astype(np.int64) + segment.base, parts[0].scores) if parts else NOTHING


def _summed(segment: Segment, parts: Sequence[Found]) -> Found:
    """Add up what belongs to one document: by a table of all documents, or by sorting where there are few."""
    docs = np.concatenate([part.docs for part in parts])
    counts = np.concatenate([part.scores for part in parts])
    if len(docs) < segment.size >> _SPARSE:
        held, places = np.unique(docs, return_inverse=True)
        return Found(held, _table(places, counts, len(held)))
    total = _table(docs, counts, segment.size)
    held = np.flatnonzero(total > 0)
    return Found(held, total[held])


def _table(numbers: Ints, counts: Floats, size: int) -> Floats:
    return np.bincount(numbers, weights=counts, minlength=size).astype(np.float64, copy=False)


def scored(snapshot: Snapshot, field: str, held: Found, weight: float = 1.0) -> Found:
    """Rank by BM25 (Robertson and Zaragoza 2009, with Whoosh's idf), ``held`` counting one term."""
    if not len(held):
        return NOTHING
    return Found(held.docs, weight * bm25(snapshot, field, held, len(held)))


def bm25(snapshot: Snapshot, field: str, held: Found, documents: int) -> Floats:
    """Return the scores of some of the ``documents`` that hold a term; ``held`` counts it in them."""
    idf = log(snapshot.size / (documents + 1)) + 1
    if field not in SCORED:
        return idf * held.scores
    return idf * (K1 + 1) * held.scores / (held.scores + snapshot.norms(field)[held.docs])
