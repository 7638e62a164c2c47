"""Checksums of the index's files: small ones verified whole, posting lists by the block, when first read."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np

from briefreader.search.index.arrays import Ints

BLOCK = 1 << 18  # bytes under one checksum: read in some 0.1 ms, and its checksum is nothing beside it
_SUM = struct.Struct("<I")


class DamageError(Exception):
    """A file of the index is not what was written."""


def sealed(data: bytes) -> bytes:
    """Return ``data`` with its CRC-32 behind it."""
    return data + _SUM.pack(crc32(data))


def unsealed(data: memoryview, name: str) -> memoryview:
    """Return what :func:`sealed` was given.

    Raises:
        DamageError: it is another; ``name`` says of which file.
    """
    kept, end = data[: -_SUM.size], data[-_SUM.size :]
    if len(end) < _SUM.size or crc32(kept) != _SUM.unpack(end)[0]:
        raise DamageError(f"{name} does not read as it was written")
    return kept


def blocks_in(size: int) -> int:
    """Return how many blocks a file of ``size`` bytes has."""
    return -(-size // BLOCK)


class SummedFile:
    """Writes a file and gathers the checksums of its blocks."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("wb")
        self._sums: list[int] = []
        self._open, self._size = 0, 0

    def write(self, array: Ints) -> None:
        """Add the bytes of an array."""
        rest = array.data.cast("B") if len(array) else memoryview(b"")
        self._file.write(rest)
        while rest:
            part, rest = rest[: BLOCK - self._size], rest[BLOCK - self._size :]
            self._open, self._size = crc32(part, self._open), self._size + len(part)
            if self._size == BLOCK:
                self._end_block()

    def _end_block(self) -> None:
        self._sums.append(self._open)
        self._open, self._size = 0, 0

    def finish(self) -> Ints:
        """Close the file and return the checksums of its blocks."""
        self._file.close()
        if self._size:
            self._end_block()
        return np.array(self._sums, dtype=np.uint32)


class Checked:
    """An array in a mapped file. What is read of it first proves to be what was written."""

    def __init__(self, name: str, data: memoryview, kind: Any, sums: Ints) -> None:
        self._name, self._data, self._sums = name, data, sums
        self._array = np.frombuffer(data, dtype=kind)
        self._sound = bytearray(len(sums))

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the numbers."""
        kind: np.dtype[Any] = self._array.dtype
        return kind

    def __len__(self) -> int:
        return len(self._array)

    def __getitem__(self, where: slice) -> Ints:
        """Return the numbers from one place up to another.

        Raises:
            DamageError: a block that they lie in is damaged.
        """
        first, last, _ = where.indices(len(self._array))
        if first < last:
            size = self._array.itemsize
            self._verify(first * size // BLOCK, blocks_in(last * size))
        return self._array[where]

    def _verify(self, first: int, last: int) -> None:
        block = self._sound.find(0, first, last)
        while block >= 0:
            if crc32(self._data[block * BLOCK : (block + 1) * BLOCK]) != self._sums[block]:
                raise DamageError(f"{self._name} does not read as it was written")
            self._sound[block] = 1
            block = self._sound.find(0, block, last)
