"""Several sets of posting lists made one, a range of terms at a time, so that memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from briefreader.search.index.arrays import Ints, ragged, starts_of
from briefreader.search.index.lexicon import lexicon_of
from briefreader.search.index.postings import Postings, PostingsFiles

PART = 100_000  # postings merged at a time


@dataclass(frozen=True, slots=True)
class Source:
    """Postings to merge, and the new number of each of their documents, -1 for those that are gone."""

    postings: Postings
    renumbered: Ints


@dataclass(frozen=True, slots=True)
class _Part:
    terms: Ints
    docs: Ints
    counts: Ints
    places: Ints


def write(stem: Path, sources: Sequence[Source], stem_of: Callable[[bytes], bytes]) -> None:
    """Write ``sources`` as one segment's files, whose names begin with ``stem``."""
    terms = _all_terms(sources)
    maps = _maps(sources, terms)
    files = PostingsFiles(stem, _widest(sources, "counts"), _widest(sources, "places"))
    per_term, words_per_term = np.zeros(len(terms), np.int64), np.zeros(len(terms), np.int64)
    for first, last in _ranges(sources, maps, len(terms)):
        part = _merged([_part(s, m, first, last) for s, m in zip(sources, maps, strict=True)])
        files.append(part.docs, part.counts, part.places)
        per_term[first:last] = np.bincount(part.terms - first, minlength=last - first)
        weights = np.bincount(part.terms - first, weights=part.counts, minlength=last - first)
        words_per_term[first:last] = weights
    kept = np.flatnonzero(per_term)
    del maps
    if len(kept) < len(terms):
        terms = [terms[number] for number in kept.tolist()]
    lexicon = lexicon_of(terms, stem_of)
    files.finish(lexicon, starts_of(per_term[kept]), starts_of(words_per_term[kept]))


def _all_terms(sources: Sequence[Source]) -> list[bytes]:
    if len(sources) == 1:
        return list(sources[0].postings.lexicon)
    return sorted(set().union(*(source.postings.lexicon for source in sources)))


def _maps(sources: Sequence[Source], terms: Sequence[bytes]) -> list[Ints]:
    """Return for each source the number of each of its terms among all."""
    numbered = {term: number for number, term in enumerate(terms)}
    return [np.fromiter((numbered[t] for t in s.postings.lexicon), dtype=np.int64) for s in sources]


def _widest(sources: Sequence[Source], name: str) -> np.dtype[np.unsignedinteger]:
    return np.dtype(np.result_type(np.uint16, *(getattr(s.postings, name).dtype for s in sources)))


def _ranges(sources: Sequence[Source], maps: Sequence[Ints], count: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of terms with about ``PART`` postings each."""
    weight = np.zeros(count, np.int64)
    for source, numbers in zip(sources, maps, strict=True):
        weight[numbers] += np.diff(source.postings.starts)
    reached = np.cumsum(weight)
    first = 0
    while first < count:
        before = int(reached[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(reached, before + PART, side="right")))
        yield first, last
        first = last


def _part(source: Source, numbers: Ints, first: int, last: int) -> _Part:
    """Take the postings of the merged terms ``first`` up to ``last`` from one source."""
    postings = source.postings
    a, b = (int(n) for n in np.searchsorted(numbers, (first, last)))
    lo, hi = int(postings.starts[a]), int(postings.starts[b])
    docs = source.renumbered[postings.docs[lo:hi]]
    counts = postings.counts[lo:hi]
    places = postings.places[int(postings.place_starts[a]) : int(postings.place_starts[b])]
    terms = np.repeat(numbers[a:b], np.diff(postings.starts[a : b + 1]))
    alive = docs >= 0
    if alive.all():
        return _Part(terms, docs, counts, places)
    return _Part(terms[alive], docs[alive], counts[alive], places[np.repeat(alive, counts)])


def _merged(parts: Sequence[_Part]) -> _Part:
    if len(parts) == 1 and _ascending(parts[0].terms, parts[0].docs):
        return parts[0]
    terms = np.concatenate([part.terms for part in parts])
    docs = np.concatenate([part.docs for part in parts])
    counts = np.concatenate([part.counts for part in parts])
    places = np.concatenate([part.places for part in parts])
    order = np.lexsort((docs, terms))
    where = ragged(starts_of(counts)[:-1][order], counts[order])
    return _Part(terms[order], docs[order], counts[order], places[where])


def _ascending(terms: Ints, docs: Ints) -> bool:
    return bool(np.all((terms[1:] > terms[:-1]) | (docs[1:] > docs[:-1])))
