"""Archives inside documents: opened with an eye on what they would grow to."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from briefreader.ingest.options import ReadOptions
from briefreader.ingest.source import Unreadable, too_large

_MOST_MEMBERS = 20_000


def open_zip(data: bytes, options: ReadOptions) -> ZipFile:
    """Open an archive of which no more than the limit unpacks.

    Raises:
        Unreadable: it is damaged, or would unpack to more than ``options.largest`` bytes.

    """
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("It is damaged: its parts cannot be unpacked.") from None
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > options.largest:
        raise too_large(options)
    return archive


def read_member(archive: ZipFile, name: str) -> bytes:
    """Return the bytes of one member.

    Raises:
        Unreadable: there is none of that name, or it is damaged or encrypted.

    """
    try:
        return archive.read(name)
    except (KeyError, ValueError, BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        raise Unreadable(f"It is damaged: its part {name!r} cannot be unpacked.") from None
