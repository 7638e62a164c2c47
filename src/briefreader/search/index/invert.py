"""From the words of documents to posting lists, in memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import numpy as np

from briefreader.search.index.arrays import Ints, narrow, starts_of
from briefreader.search.index.lexicon import lexicon_of
from briefreader.search.index.postings import Postings

_SHIFT = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


class Gathered:
    """The words of the documents of one segment: term numbers in a row, and where each field value begins."""

    def __init__(self) -> None:
        self.numbers = array("I")
        self._docs = array("I")
        self._lengths = array("I")

    def add(self, doc: int, numbers: array[int]) -> None:
        """Add a field's words, numbered by :class:`~briefreader.search.index.tokens.Vocabulary`."""
        self.numbers.extend(numbers)
        self._docs.append(doc)
        self._lengths.append(len(numbers))

    def __len__(self) -> int:
        return len(self.numbers)

    def invert(self, terms: list[bytes], stem_of: Callable[[bytes], bytes]) -> Postings:
        """Sort by term; ``terms[n]`` is the term with the number ``n``."""
        numbers = np.frombuffer(self.numbers, dtype=np.uint32)
        rank, words = _ranked(numbers, terms)
        keys = rank[numbers] << _SHIFT
        keys |= np.arange(len(numbers), dtype=np.uint64)
        keys.sort()
        term_of = (keys >> _SHIFT).astype(np.uint32)
        keys &= _LOW
        lengths = np.frombuffer(self._lengths, dtype=np.uint32)
        docs = np.repeat(np.frombuffer(self._docs, dtype=np.uint32), lengths)[keys]
        places = (np.arange(len(numbers)) - np.repeat(starts_of(lengths)[:-1], lengths))[keys]
        return _posted(term_of, docs, narrow(places), words, stem_of)


def _ranked(numbers: Ints, terms: list[bytes]) -> tuple[Ints, list[bytes]]:
    used = np.flatnonzero(np.bincount(numbers, minlength=len(terms)))
    ordered = sorted((terms[number], number) for number in used.tolist())
    rank = np.zeros(len(terms), dtype=np.uint64)
    rank[[number for _, number in ordered]] = np.arange(len(ordered), dtype=np.uint64)
    return rank, [term for term, _ in ordered]


def _posted(
    term_of: Ints, docs: Ints, places: Ints, words: list[bytes], stem_of: Callable[[bytes], bytes]
) -> Postings:
    new = np.ones(len(docs), dtype=np.bool_)
    new[1:] = (term_of[1:] != term_of[:-1]) | (docs[1:] != docs[:-1])
    first = np.flatnonzero(new)
    counts = np.diff(first, append=len(docs))
    starts = starts_of(np.bincount(term_of[first], minlength=len(words)))
    place_starts = starts_of(np.bincount(term_of, minlength=len(words)))
    return Postings(lexicon_of(words, stem_of), starts, place_starts, docs[first], narrow(counts), places)
