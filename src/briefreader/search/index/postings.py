"""The posting lists of a segment: five arrays, in memory or mapped from files."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from briefreader.search.index.arrays import Ints, ragged
from briefreader.search.index.lexicon import Lexicon
from briefreader.search.index.sums import Checked, DamageError, SummedFile, blocks_in, sealed, unsealed

TERMS, DOCS, COUNTS, PLACES = ".words", ".docs", ".counts", ".places"
_MAGIC = b"brix0003"
_MANY = 200  # ranges; each by itself costs some microseconds
_AT_ONCE = 500_000  # postings gathered from many ranges: the scratch space for them is some 20 MB
_HEAD = struct.Struct("<8sQQQQBB6x")


Row: TypeAlias = "Ints | Checked"


@dataclass(frozen=True, slots=True)
class Postings:
    """Which document holds which term, how often and where.

    Term ``t`` has the postings ``starts[t]`` up to ``starts[t + 1]``: ``docs`` names the document (ascending
    within a term), ``counts`` how often it holds the term. The places (counted in words from the start of the
    field) of all occurrences of term ``t`` stand in ``places`` from ``place_starts[t]`` on, posting by
    posting.
    """

    lexicon: Lexicon
    starts: Ints
    place_starts: Ints
    docs: Row
    counts: Row
    places: Row

    def posted(self, first: int, last: int) -> slice:
        """Return where the postings of the terms ``first`` up to ``last`` stand."""
        return slice(int(self.starts[first]), int(self.starts[last]))

    def gathered(self, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[Ints, Ints]]:
        """Yield documents and counts of the terms in some ascending ranges: of each, or of many at once."""
        if len(ranges) < _MANY:
            for first, last in ranges:
                where = self.posted(first, last)
                yield self.docs[where], self.counts[where]
            return
        starts, ends = self.starts[np.array(ranges).T]
        reached = np.cumsum(ends - starts)
        cuts = np.searchsorted(reached, np.arange(_AT_ONCE, reached[-1], _AT_ONCE))
        for some in np.split(np.arange(len(ranges)), np.unique(cuts)):
            if len(some):
                base, end = starts[some[0]], ends[some[-1]]
                places = ragged(starts[some] - base, ends[some] - starts[some])
                yield self.docs[base:end][places], self.counts[base:end][places]


class PostingsFiles:
    """Writes the four files of a segment, part by part."""

    def __init__(self, stem: Path, count_type: Any, place_type: Any) -> None:
        self._stem = stem
        self._count_type, self._place_type = count_type, place_type
        self._docs, self._counts, self._places = (
            SummedFile(_path(stem, ending)) for ending in (DOCS, COUNTS, PLACES)
        )

    def append(self, docs: Ints, counts: Ints, places: Ints) -> None:
        """Add the postings of the next terms."""
        self._docs.write(docs.astype(np.uint32))
        self._counts.write(counts.astype(self._count_type))
        self._places.write(places.astype(self._place_type))

    def finish(self, lexicon: Lexicon, starts: Ints, place_starts: Ints) -> None:
        """Write the terms, which makes the segment whole."""
        sums = [file.finish() for file in (self._docs, self._counts, self._places)]
        sizes = (np.dtype(self._count_type).itemsize, np.dtype(self._place_type).itemsize)
        counts = (len(lexicon), len(lexicon.blob), int(starts[-1]), int(place_starts[-1]))
        rows = (starts.astype(np.int64), place_starts.astype(np.int64), lexicon.offsets)
        parts = (*rows, lexicon.hashes, lexicon.order, *sums)
        terms = b"".join((_HEAD.pack(_MAGIC, *counts, *sizes), *(part.tobytes() for part in parts)))
        _path(self._stem, TERMS).write_bytes(sealed(terms + lexicon.blob))


def open_postings(stem: Path) -> Postings:
    """Map the files of a segment.

    Raises:
        OSError: a file is not there.
        DamageError: a file is too short, not of this format, or not what was written.
    """
    head, count, blob_length, postings, places, count_size, place_size = _head(stem)
    body = head[_HEAD.size :]
    starts, body = _take(body, np.int64, count + 1)
    place_starts, body = _take(body, np.int64, count + 1)
    offsets, body = _take(body, np.uint32, count + 1)
    hashes, body = _take(body, np.uint32, count)
    order, body = _take(body, np.uint32, count)
    rows: list[Checked] = []
    kinds = np.dtype(np.uint32), np.dtype(f"<u{count_size}"), np.dtype(f"<u{place_size}")
    lengths = postings, postings, places
    for ending, kind, length in zip((DOCS, COUNTS, PLACES), kinds, lengths, strict=True):
        sums, body = _take(body, np.uint32, blocks_in(length * kind.itemsize))
        rows.append(_row(stem, ending, kind, length, sums))
    if len(body) != blob_length:
        raise DamageError(f"{stem.name}{TERMS} is cut short")
    return Postings(Lexicon(body, offsets, hashes, order), starts, place_starts, *rows)


def _head(stem: Path) -> tuple[memoryview, int, int, int, int, int, int]:
    data = unsealed(_mapped(stem, TERMS), stem.name + TERMS)
    if len(data) < _HEAD.size:
        raise DamageError(f"{stem.name}{TERMS} is cut short")
    magic, *numbers = _HEAD.unpack(data[: _HEAD.size])
    if magic != _MAGIC:
        raise DamageError(f"{stem.name}{TERMS} is of another format")
    count, blob_length, postings, places, count_size, place_size = numbers
    return data, count, blob_length, postings, places, count_size, place_size


def _take(data: memoryview, kind: Any, count: int) -> tuple[Ints, memoryview]:
    size = np.dtype(kind).itemsize * count
    if len(data) < size:
        raise DamageError("the list of terms is cut short")
    return np.frombuffer(data[:size], dtype=kind), data[size:]


def _row(stem: Path, ending: str, kind: np.dtype[Any], count: int, sums: Ints) -> Checked:
    data = _mapped(stem, ending)
    if len(data) != count * kind.itemsize:
        raise DamageError(f"{stem.name}{ending} is cut short")
    return Checked(stem.name + ending, data, kind, sums)


def _path(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)


def _mapped(stem: Path, ending: str) -> memoryview:
    with _path(stem, ending).open("rb") as file:
        file.seek(0, 2)
        if file.tell() == 0:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
