"""Phrases and proximity: the places of words compared, for candidate documents only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefreader.search.evaluate.terms import Expansion
from briefreader.search.index.arrays import Ints, ragged
from briefreader.search.index.snapshot import Segment

# A place is one number: the document, then the word's place in it. A field has fewer words than this.
_DOCUMENT = 1 << 32


def phrase_counts(segment: Segment, words: Sequence[Expansion]) -> tuple[Ints, Ints]:
    """Return the documents (numbered within the segment) that hold the words in a row, and how often."""
    places = _places_of_all(segment, words)
    if places is None:
        return _none()
    found = places[0]
    for distance, following in enumerate(places[1:], 1):
        found = found[np.isin(found + distance, following, assume_unique=True, kind="sort")]
    return _by_document(found)


def near_counts(segment: Segment, words: Sequence[Expansion], gap: int) -> tuple[Ints, Ints]:
    """Return the documents that hold all the words with at most ``gap`` others between, and how often.

    Each place of a word is taken as the first of a group; the others are the next places from there on.
    """
    places = _places_of_all(segment, words)
    if places is None:
        return _none()
    reach = gap + len(words) - 1
    groups = [_groups(places, first, reach) for first in range(len(places))]
    return _by_document(np.unique(np.concatenate(groups)))


def _groups(places: list[Ints], first: int, reach: int) -> Ints:
    begin = places[first]
    for other in places[:first] + places[first + 1 :]:
        following = np.searchsorted(other, begin)
        inside = following < len(other)
        begin, following = begin[inside], following[inside]
        begin = begin[other[following] - begin <= reach]
    return begin


def _none() -> tuple[Ints, Ints]:
    return np.zeros(0, np.int64), np.zeros(0, np.int64)


def _by_document(places: Ints) -> tuple[Ints, Ints]:
    docs, counts = np.unique(places // _DOCUMENT, return_counts=True)
    return docs, counts


def _places_of_all(segment: Segment, words: Sequence[Expansion]) -> list[Ints] | None:
    """Return the places of each word in the documents that hold all of them."""
    ranges = [word(segment.postings.lexicon) for word in words]
    if not all(ranges):
        return None
    candidates = _candidates(segment, ranges)
    if not len(candidates):
        return None
    return [_places(segment, some, candidates) for some in ranges]


def _candidates(segment: Segment, ranges: Sequence[list[tuple[int, int]]]) -> Ints:
    """Return the documents that hold all of the words, beginning with the rarest."""
    sizes = [_postings(segment, some) for some in ranges]
    found: Ints | None = None
    for _, some in sorted(zip(sizes, ranges, strict=True), key=lambda pair: pair[0]):
        holds = np.zeros(segment.size, np.bool_)
        for first, last in some:
            holds[segment.postings.docs[_slice(segment, first, last)]] = True
        found = np.flatnonzero(holds) if found is None else found[holds[found]]
    return np.zeros(0, np.int64) if found is None else found


def _postings(segment: Segment, ranges: list[tuple[int, int]]) -> int:
    starts = segment.postings.starts
    return sum(int(starts[last] - starts[first]) for first, last in ranges)


def _slice(segment: Segment, first: int, last: int) -> slice:
    return slice(int(segment.postings.starts[first]), int(segment.postings.starts[last]))


def _places(segment: Segment, ranges: list[tuple[int, int]], candidates: Ints) -> Ints:
    """Return the sorted places of some terms in ``candidates``, decoding no other document's."""
    wanted = np.zeros(segment.size, np.bool_)
    wanted[candidates] = True
    parts = [_places_of_range(segment, first, last, wanted) for first, last in ranges]
    places = np.concatenate(parts)
    if len(parts) > 1 or ranges[0][1] - ranges[0][0] > 1:
        places.sort()
    return places


def _places_of_range(segment: Segment, first: int, last: int, wanted: Ints) -> Ints:
    postings = segment.postings
    where = _slice(segment, first, last)
    docs, counts = postings.docs[where], postings.counts[where].astype(np.int64)
    chosen = np.flatnonzero(wanted[docs])
    begins = int(postings.place_starts[first]) + np.cumsum(counts) - counts
    places = postings.places[ragged(begins[chosen], counts[chosen])].astype(np.int64)
    return places + np.repeat(docs[chosen].astype(np.int64) * _DOCUMENT, counts[chosen])
