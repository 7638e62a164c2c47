"""From bytes to text: a byte order mark, then what the file declares, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from briefreader.ingest.source import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
# The web reads these labels as Windows-1252 (WHATWG Encoding Standard), and so do the files' writers.
_LATIN = frozenset({"iso8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso-8859-1", "cp1252"})
_HIGH = re.compile(rb"[\x80-\xff]")


def decode_text(data: bytes) -> str:
    """Return the text of a plain text file.

    Raises:
        Unreadable: it is binary.

    """
    if b"\0" in data[:8000] and not data.startswith(tuple(mark for mark, _ in _MARKS)) and not _wide(data):
        raise Unreadable("It is binary, not text.")
    return decode(data)


def decode(data: bytes, declared: str | None = None) -> str:
    """Return ``data`` as text; bytes that mean nothing in its charset come out as U+FFFD, none is dropped."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not declared and _cut_short(data, error):
            return data.decode("utf-8", "replace")
    name = _known(declared) or _guess(data)
    try:
        return _windows_1252(data) if name in _LATIN else data.decode(name, "replace")
    except (LookupError, ValueError):
        # A codec of Python that makes no text of bytes, such as rot13, or none of these, such as idna.
        return data.decode("utf-8", "replace")


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark by where its zero bytes stand."""
    sample = data[:2000]
    if b"\0" not in sample or len(data) % 2:
        return None
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _cut_short(data: bytes, error: UnicodeDecodeError) -> bool:
    """Tell whether ``data`` is UTF-8 with a few bad bytes rather than another charset."""
    text = data.decode("utf-8", "replace")
    high = len(_HIGH.findall(data[:_SAMPLE]))
    return error.reason == "unexpected end of data" or text[:_SAMPLE].count("\ufffd") * 10 < high


def _known(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except (LookupError, ValueError):
        return None


def _guess(data: bytes) -> str:
    # Imported late: most files are UTF-8 and never come here.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], preemptive_behaviour=False).best()
    return codecs.lookup(best.encoding).name if best else "cp1252"


def _windows_1252(data: bytes) -> str:
    return data.decode("cp1252", "replace")
