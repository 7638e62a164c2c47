"""A file being read: opened once and safely, decompressed, bounded."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import Protocol

from briefreader.ingest.options import MEGABYTE, ReadOptions

_PACKED = (".gz", ".bz2", ".xz")
PACKED_ERRORS = (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile)
"""What decompressing damaged data raises, apart from OSError."""


_BLOCK = 1 << 16


class SupportsRead(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""
        ...


class Unreadable(Exception):  # noqa: N818 - it becomes a line of the import report, not an error
    """A file, or a part of it, that gives no article; the message is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file at ``path``; ``relative`` is what to call it."""

    path: Path
    relative: str
    options: ReadOptions = field(default_factory=ReadOptions)

    @contextmanager
    def open(self) -> Iterator[BufferedIOBase]:
        """Open the file for reading its bytes, decompressed where its name ends so.

        Raises:
            Unreadable: it is no file any more, or damaged.
            OSError: it cannot be opened or read.

        """
        with _open_regular(self.path) as plain:
            try:
                with _unpacked(plain, self.path.suffix.lower()) as stream:
                    yield stream
            except PACKED_ERRORS:
                raise Unreadable("It is damaged or cut off: decompressing it failed.") from None

    @contextmanager
    def open_packed(self) -> Iterator[BufferedIOBase]:
        """Open the file for reading its bytes as they are on disk; raises what :meth:`open` does."""
        with _open_regular(self.path) as plain:
            yield plain

    def data(self) -> bytes:
        """Return all bytes of the file.

        Raises:
            Unreadable: there are none, or more than the options allow.

        """
        with self.open() as stream:
            data = read_bounded(stream, self.options)
        if not data.strip():
            raise Unreadable("It is empty.")
        return data


def read_bounded(stream: SupportsRead, options: ReadOptions) -> bytes:
    """Return the rest of a stream.

    Raises:
        Unreadable: it is larger than the options allow.

    """
    blocks: list[bytes] = []
    size = 0
    # In blocks: asked for as much as is allowed, a stream makes room for all of that beforehand.
    while block := stream.read(_BLOCK):
        blocks.append(block)
        size += len(block)
        if size > options.largest:
            raise too_large(options)
    return b"".join(blocks)


def refuse_many(count: int, most: int, what: str) -> None:
    """Refuse what has more than ``most`` of something, each of which takes many times its own bytes to read.

    Raises:
        Unreadable: ``count`` is beyond it; ``what`` says of what, in the plural.

    """
    if count > most:
        raise Unreadable(f"It has more than {most:,} {what}; part it into several files.")


def too_large(options: ReadOptions) -> Unreadable:
    """Return the refusal of a file or record beyond the limit."""
    limit = f"{options.largest / MEGABYTE:,.6g} MB"
    return Unreadable(f"It is larger than {limit}; raise largest_file in briefreader.yaml.")


def unpacked_name(name: str) -> str:
    """Return a file's name without the suffix of its compression."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - the name may be no valid path
    return stem if suffix.lower() in _PACKED else name


def _unpacked(plain: BufferedReader, suffix: str) -> BufferedIOBase:
    match suffix:
        case ".gz":
            return gzip.GzipFile(fileobj=plain)
        case ".bz2":
            return bz2.BZ2File(plain)
        case ".xz":
            return lzma.LZMAFile(plain)
    return plain


def _open_regular(path: Path) -> BufferedReader:
    """Open a file, never a pipe or a device that took its place since it was found."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise Unreadable("It is not a file any more.")
    return os.fdopen(number, "rb")
