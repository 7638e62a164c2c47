"""BM25 over arrays: the same numbers as Whoosh's BM25F, for all documents at once."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from briefreader.search.evaluate.result import Result
from briefreader.search.evaluate.terms import Expansion
from briefreader.search.index.arrays import Floats
from briefreader.search.index.schema import SCORED
from briefreader.search.index.snapshot import K1, Segment, Snapshot

_FEW = 24  # terms; more are counted in one pass over all their postings


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the order of hits depends on.

    ``title`` is the weight of a word in the title against one in the body. ``other_forms`` is the weight of a
    word that shares the stem with the one asked for, against that word itself; with 1 the scores are
    Whoosh's. ``half_life`` is the age in days at which an article counts half in the order "recent".
    """

    title: float = 1.0
    other_forms: float = 1.0
    completions: float = 0.5
    half_life: float = 30.0


def frequencies(snapshot: Snapshot, expansion: Expansion) -> Floats:
    """Return how often each document holds one of the terms."""
    total = np.zeros(snapshot.size)
    for segment in snapshot.segments:
        ranges = expansion(segment.postings.lexicon)
        if ranges:
            _count(segment, ranges, total[segment.base : segment.base + segment.size])
    return total


def _count(segment: Segment, ranges: list[tuple[int, int]], total: Floats) -> None:
    postings = segment.postings
    for first, last in ranges:
        where = slice(int(postings.starts[first]), int(postings.starts[last]))
        docs, counts = postings.docs[where], postings.counts[where]
        if last - first == 1:
            total[docs] += counts  # a term names no document twice
        elif len(docs) < len(total) >> 3:
            np.add.at(total, docs, counts)
        else:
            total += np.bincount(docs, weights=counts, minlength=len(total))


def scored(snapshot: Snapshot, field: str, counts: Floats, weight: float = 1.0) -> Result:
    """Rank by BM25 (Robertson and Zaragoza 2009, with Whoosh's idf), ``counts`` being one term's."""
    docs = np.flatnonzero(counts)
    scores = np.zeros(snapshot.size)
    if len(docs):
        idf = log(snapshot.size / (len(docs) + 1)) + 1
        held = counts[docs]
        if field in SCORED:
            held = held * (K1 + 1) / (held + snapshot.norms(field)[docs])
        scores[docs] = weight * idf * held
    return Result(counts > 0, scores)
