"""The posting lists of a segment: five arrays, in memory or mapped from files."""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from briefreader.search.index.arrays import Ints
from briefreader.search.index.lexicon import Lexicon

TERMS, DOCS, COUNTS, PLACES = ".words", ".docs", ".counts", ".places"
_MAGIC = b"brix0001"
_HEAD = struct.Struct("<8sQQQQBB6x")


class DamageError(Exception):
    """A file of a segment is not what its head says."""


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
    docs: Ints
    counts: Ints
    places: Ints

    def posted(self, first: int, last: int) -> slice:
        """Return where the postings of the terms ``first`` up to ``last`` stand."""
        return slice(int(self.starts[first]), int(self.starts[last]))


class PostingsFiles:
    """Writes the four files of a segment, part by part."""

    def __init__(self, stem: Path, count_type: Any, place_type: Any) -> None:
        self._stem = stem
        self._count_type, self._place_type = count_type, place_type
        self._docs, self._counts, self._places = (self._open(end) for end in (DOCS, COUNTS, PLACES))

    def _open(self, ending: str) -> BinaryIO:
        return (self._stem.parent / (self._stem.name + ending)).open("wb")

    def append(self, docs: Ints, counts: Ints, places: Ints) -> None:
        """Add the postings of the next terms."""
        self._docs.write(docs.astype(np.uint32).data)
        self._counts.write(counts.astype(self._count_type).data)
        self._places.write(places.astype(self._place_type).data)

    def finish(self, lexicon: Lexicon, starts: Ints, place_starts: Ints) -> None:
        """Write the terms, which makes the segment whole."""
        for file in (self._docs, self._counts, self._places):
            file.close()
        sizes = (np.dtype(self._count_type).itemsize, np.dtype(self._place_type).itemsize)
        with self._open(TERMS) as file:
            file.write(
                _HEAD.pack(
                    _MAGIC, len(lexicon), len(lexicon.blob), int(starts[-1]), int(place_starts[-1]), *sizes
                )
            )
            file.write(starts.astype(np.int64).data)
            file.write(place_starts.astype(np.int64).data)
            file.write(lexicon.offsets.data)
            file.write(lexicon.hashes.data)
            file.write(lexicon.order.data)
            file.write(lexicon.blob)


def open_postings(stem: Path) -> Postings:
    """Map the files of a segment.

    Raises:
        OSError: a file is not there.
        DamageError: a file is too short, or not of this format.
    """
    head, count, blob_length, postings, places, count_size, place_size = _head(stem)
    body = head[_HEAD.size :]
    starts, body = _take(body, np.int64, count + 1)
    place_starts, body = _take(body, np.int64, count + 1)
    offsets, body = _take(body, np.uint32, count + 1)
    hashes, body = _take(body, np.uint32, count)
    order, body = _take(body, np.uint32, count)
    if len(body) != blob_length:
        raise DamageError(f"{stem.name}{TERMS} is cut short")
    return Postings(
        Lexicon(body, offsets, hashes, order),
        starts,
        place_starts,
        _array(stem, DOCS, np.uint32, postings),
        _array(stem, COUNTS, np.dtype(f"<u{count_size}"), postings),
        _array(stem, PLACES, np.dtype(f"<u{place_size}"), places),
    )


def _head(stem: Path) -> tuple[memoryview, int, int, int, int, int, int]:
    data = _mapped(stem, TERMS)
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


def _array(stem: Path, ending: str, kind: Any, count: int) -> Ints:
    array = np.frombuffer(_mapped(stem, ending), dtype=kind)
    if len(array) != count:
        raise DamageError(f"{stem.name}{ending} is cut short")
    return array


def _mapped(stem: Path, ending: str) -> memoryview:
    with (stem.parent / (stem.name + ending)).open("rb") as file:
        file.seek(0, 2)
        if file.tell() == 0:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
