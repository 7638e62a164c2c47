"""The sorted terms of a segment: finding one, a range of them by prefix, and all that share a stem."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from zlib import crc32

import numpy as np

from briefreader.search.index.arrays import Ints, starts_of

_KEPT = 256
_BEYOND = b"\xff"  # no UTF-8 text holds this byte, so it sorts behind all that continues a prefix
# Each letter and digit as a bit; the highest bit stands for all that is not ASCII.
_FOREIGN = np.uint32(1 << 31)
_BITS = np.full(256, _FOREIGN, dtype=np.uint32)
_BITS[:128] = [1 << (code - 97 if 97 <= code < 123 else 26 + code % 5) for code in range(128)]


def _letters(word: bytes) -> np.uint32:
    bits: np.uint32 = np.bitwise_or.reduce(_BITS[np.frombuffer(word, dtype=np.uint8)])
    return bits & ~_FOREIGN


class Answers(OrderedDict[Hashable, "list[tuple[int, int]]"]):
    """Answers to the last questions, the oldest forgotten first."""

    def __setitem__(self, question: Hashable, found: list[tuple[int, int]]) -> None:
        super().__setitem__(question, found)
        if len(self) > _KEPT:
            self.popitem(last=False)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon(Sequence[bytes]):
    """Terms (the field's letter, then UTF-8) in byte order, one after another in ``blob``.

    ``hashes`` are the sorted hashes of the terms' stems, and ``order`` says which term each belongs to.
    """

    blob: bytes | memoryview
    offsets: Ints
    hashes: Ints
    order: Ints
    answers: Answers = field(default_factory=lambda: Answers(), repr=False)
    _signed: dict[str, Ints] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]
        return bytes(self.blob[self.offsets[number] : self.offsets[number + 1]])

    def __iter__(self) -> Iterator[bytes]:
        bounds = self.offsets.tolist()
        blob = bytes(self.blob)
        return (blob[a:b] for a, b in pairwise(bounds))

    def find(self, term: bytes) -> int:
        """Return the number of ``term``, -1 where the segment has none such."""
        number = bisect_left(self, term)
        return number if number < len(self) and self[number] == term else -1

    def prefix(self, prefix: bytes) -> tuple[int, int]:
        """Return the half-open range of terms that begin with ``prefix``."""
        return bisect_left(self, prefix), bisect_left(self, prefix + _BEYOND)

    def between(self, first: bytes, last: bytes) -> tuple[int, int]:
        """Return the range of terms from ``first`` on up to but not including ``last``."""
        return bisect_left(self, first), bisect_left(self, last)

    def sharing(self, stem: bytes) -> list[int]:
        """Return the terms whose stem may be ``stem``: all with that stem, and by chance others."""
        wanted = crc32(stem)
        first = int(self.hashes.searchsorted(np.uint32(wanted)))
        last = first
        while last < len(self.hashes) and self.hashes[last] == wanted:
            last += 1
        return sorted(self.order[first:last].tolist())

    def resembling(self, letter: bytes, word: str, edits: int) -> list[int]:
        """Return the terms of a field that may be ``edits`` away from ``word``, and not many others.

        An edit changes a word's length by at most one and the set of its letters by at most two. Terms with
        letters beyond ASCII are all returned, since a letter is several bytes there.
        """
        first, last = self.prefix(letter)
        letters, lengths = self._signatures()
        letters, lengths = letters[first:last], lengths[first:last]
        differing = np.bitwise_count(letters ^ _letters(word.encode()))
        alike = (np.abs(lengths - 1 - len(word)) <= edits) & (differing <= 2 * edits)
        found: list[int] = (np.flatnonzero(alike | (letters >= _FOREIGN)) + first).tolist()
        return found

    def _signatures(self) -> tuple[Ints, Ints]:
        """Return for each term the set of its letters as bits, and its length in bytes."""
        if "letters" not in self._signed:
            bits = _BITS[np.frombuffer(self.blob, dtype=np.uint8)]
            bits[self.offsets[:-1]] = 0  # the field's letter says nothing
            letters = np.bitwise_or.reduceat(bits, self.offsets[:-1]) if len(self) else bits
            self._signed.update(letters=letters, lengths=np.diff(self.offsets.astype(np.int64)))
        return self._signed["letters"], self._signed["lengths"]

    def cut(self, first: int, last: int) -> list[bytes]:
        """Return the terms ``first`` up to ``last``."""
        bounds = self.offsets[first : last + 1].tolist()
        if len(bounds) < 2:
            return []
        blob, base = bytes(self.blob[bounds[0] : bounds[-1]]), bounds[0]
        return [blob[a - base : b - base] for a, b in pairwise(bounds)]


def lexicon_of(terms: Sequence[bytes], stem_of: Callable[[bytes], bytes]) -> Lexicon:
    """Build the lexicon of sorted ``terms``; ``stem_of`` gives what a term shares with its other forms."""
    hashes = np.fromiter((crc32(stem_of(term)) for term in terms), dtype=np.uint32, count=len(terms))
    order = np.argsort(hashes, kind="stable").astype(np.uint32)
    lengths = np.fromiter(map(len, terms), dtype=np.int64, count=len(terms))
    return Lexicon(b"".join(terms), starts_of(lengths).astype(np.uint32), hashes[order], order)
