"""Phrases and proximity: the places of words compared, decoded for candidate documents only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from briefreader.search.evaluate.terms import Range
from briefreader.search.index.arrays import Bools, Ints, ragged
from briefreader.search.index.postings import Postings

# A place is one number: the document, then the word's place in it. No field has as many words.
_DOCUMENT = 1 << 32
_NOWHERE = np.zeros(0, np.int64)

Ranges: TypeAlias = Sequence[Range]


def in_a_row(postings: Postings, size: int, words: Sequence[Ranges]) -> Ints:
    """Return the documents (numbers within the segment of ``size``) that hold the words one after another.

    A fold has a place of its own, so that words on both sides of it do not stand in a row.
    """
    places = _places_of_all(postings, size, words)
    found = places[0]
    for distance, following in enumerate(places[1:], 1):
        found = found[_among(found + distance, following)]
    return np.unique(found // _DOCUMENT)


def close_by(postings: Postings, size: int, asked: Sequence[Ranges], gap: int) -> Ints:
    """Return the documents that hold all the words, in any order, with at most ``gap`` others between.

    The last of ``asked`` is no word but the folds: no group goes across one. Each place of each word is taken
    for the first of a group; of the others the next places count.
    """
    *words, folds = asked
    places = _places_of_all(postings, size, words)
    ends = _places(postings, folds, _holding_all(postings, size, words)) if folds else _NOWHERE
    reach = gap + len(words) - 1
    groups = [_beginning(places, ends, first, reach) for first in range(len(places))]
    return np.unique(np.concatenate(groups) // _DOCUMENT)


def _among(values: Ints, ordered: Ints) -> Bools:
    """Tell which of ``values`` are in ``ordered``."""
    if not len(ordered):
        return np.zeros(len(values), np.bool_)
    places = np.searchsorted(ordered, values)
    places[places == len(ordered)] = 0
    return np.asarray(ordered[places] == values)


def _beginning(places: list[Ints], ends: Ints, first: int, reach: int) -> Ints:
    begin = places[first]
    part = np.searchsorted(ends, begin)
    for other in places[:first] + places[first + 1 :]:
        following = np.searchsorted(other, begin)
        inside = following < len(other)
        begin, following, part = begin[inside], other[following[inside]], part[inside]
        close = (following - begin <= reach) & (np.searchsorted(ends, following) == part)
        begin, part = begin[close], part[close]
    return begin


def _places_of_all(postings: Postings, size: int, words: Sequence[Ranges]) -> list[Ints]:
    """Return the sorted places of each word in the documents that hold all of them."""
    if not all(words):
        return [np.zeros(0, np.int64) for _ in words]
    wanted = _holding_all(postings, size, words)
    return [_places(postings, ranges, wanted) for ranges in words]


def _holding_all(postings: Postings, size: int, words: Sequence[Ranges]) -> Bools:
    wanted: Bools | None = None
    for ranges in words:
        holds = np.zeros(size, np.bool_)
        for terms in ranges:
            holds[postings.docs[postings.posted(*terms)]] = True
        wanted = holds if wanted is None else wanted & holds
    return np.zeros(size, np.bool_) if wanted is None else wanted


def _places(postings: Postings, ranges: Ranges, wanted: Bools) -> Ints:
    parts = [_places_of_range(postings, terms, wanted) for terms in ranges]
    places = np.concatenate(parts)
    if len(parts) > 1 or ranges[0][1] - ranges[0][0] > 1:
        places.sort()
    return places


def _places_of_range(postings: Postings, terms: Range, wanted: Bools) -> Ints:
    where = postings.posted(*terms)
    docs, counts = postings.docs[where], postings.counts[where].astype(np.int64)
    chosen = np.flatnonzero(wanted[docs])
    ends = np.cumsum(counts)[chosen]
    counts = counts[chosen]
    first, last = postings.place_starts[terms[0]], postings.place_starts[terms[1]]
    places = postings.places[int(first) : int(last)][ragged(ends - counts, counts)].astype(np.int64)
    return places + np.repeat(docs[chosen].astype(np.int64) * _DOCUMENT, counts)
