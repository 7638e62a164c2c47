"""BM25 over arrays: the same numbers as Whoosh's BM25F."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from briefreader.search.evaluate.found import Algebra, Found
from briefreader.search.evaluate.terms import Expansion, Range
from briefreader.search.index.arrays import Floats
from briefreader.search.index.schema import SCORED
from briefreader.search.index.snapshot import K1, Segment, Snapshot


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the order of hits depends on.

    ``title`` is the weight of a word in the title against one in the body; ``other_forms`` that of a word
    which shares the stem with the one asked for, against that word itself (with 1 the scores are Whoosh's);
    ``completions`` that of what the last word may become. ``half_life`` is the age in days at which an
    article counts half in the order "recent".
    """

    title: float = 1.0
    other_forms: float = 1.0
    completions: float = 0.5
    half_life: float = 30.0


def frequencies(snapshot: Snapshot, expansion: Expansion, algebra: Algebra) -> Found:
    """Return the documents that hold one of the terms, with how often as their scores."""
    parts: list[Found] = []
    for segment in snapshot.segments:
        parts.extend(_counted(segment, terms) for terms in expansion(segment.postings.lexicon))
    return algebra.any_of(parts)


def _counted(segment: Segment, terms: Range) -> Found:
    """Count a range of terms as one; a single one names no document twice."""
    postings = segment.postings
    where = postings.posted(*terms)
    docs, counts = postings.docs[where], postings.counts[where].astype(np.float64)
    if terms[1] - terms[0] > 1:
        total: Floats = np.bincount(docs, weights=counts, minlength=segment.size).astype(np.float64)
        held = np.flatnonzero(total)
        return Found(held + segment.base, total[held])
    return Found(docs.astype(np.int64) + segment.base, counts)


def scored(snapshot: Snapshot, field: str, held: Found, weight: float = 1.0) -> Found:
    """Rank by BM25 (Robertson and Zaragoza 2009, with Whoosh's idf), ``held`` counting one term."""
    return Found(held.docs, weight * bm25(snapshot, field, held, len(held)))


def bm25(snapshot: Snapshot, field: str, held: Found, documents: int) -> Floats:
    """Return the scores of some of the ``documents`` that hold a term; ``held`` counts it in them."""
    idf = log(snapshot.size / (documents + 1)) + 1
    if field not in SCORED:
        return idf * held.scores
    return idf * (K1 + 1) * held.scores / (held.scores + snapshot.norms(field)[held.docs])
