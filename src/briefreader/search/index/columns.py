"""The numbers beside the documents of a segment: Whoosh's column files, under a checksum each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from briefreader.search.index.arrays import Ints
from briefreader.search.index.schema import NUMBERS, SCORED
from briefreader.search.index.sums import DamageError, sealed, unsealed

_SUMS, _COLUMN = ".sums", ".col"
# Whoosh writes big-endian numbers, and leaves trailing zeros out.
_KINDS = {**dict.fromkeys(NUMBERS, ">i8"), **{f"_{field}_len": ">u1" for field in SCORED}}


def seal_columns(stem: Path) -> None:
    """Write down the checksums of the column files whose names begin with ``stem``."""
    sums = {path.name: crc32(path.read_bytes()) for path in stem.parent.glob(f"{stem.name}.*{_COLUMN}")}
    _sums_of(stem).write_bytes(sealed(json.dumps(sums).encode()))


def read_columns(stem: Path, documents: int) -> dict[str, Ints]:
    """Return the columns of a segment, a number for each of its documents; absent ones are 0.

    Raises:
        OSError: a file is not there.
        DamageError: a file is not what was written.
    """
    path = _sums_of(stem)
    sums = json.loads(bytes(unsealed(memoryview(path.read_bytes()), path.name)))
    return {name: _column(stem, name, kind, sums, documents) for name, kind in _KINDS.items()}


def _sums_of(stem: Path) -> Path:
    return stem.with_name(stem.name + _SUMS)


def _column(stem: Path, name: str, kind: Any, sums: dict[str, int], documents: int) -> Ints:
    values = np.zeros(documents, dtype=np.dtype(kind).newbyteorder("="))
    path = stem.with_name(f"{stem.name}.{name}{_COLUMN}")
    if path.name in sums:
        data = path.read_bytes()
        if crc32(data) != sums[path.name]:
            raise DamageError(f"{path.name} does not read as it was written")
        stored = np.frombuffer(data, dtype=kind)[:documents]
        values[: len(stored)] = stored
    return values
