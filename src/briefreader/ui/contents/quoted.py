"""A path as one can paste it: as it is, or, where that could drive a terminal, quoted as GNU's ls does it."""

from __future__ import annotations

import os

from briefreader.text.sanitize import sanitize_line

_ESCAPES = {ord("\\"): "\\\\", ord("'"): "\\'", ord("\n"): "\\n", ord("\t"): "\\t"}


def quoted(path: str) -> str:
    """Return ``path``, or, where it holds what cannot be shown, ``$'…'``, which shells read as those bytes.

    A line end in what is pasted runs a command, and an escape sequence can end a bracketed paste.
    """
    if path == sanitize_line(path):
        return path
    return f"$'{''.join(map(_byte, os.fsencode(path)))}'"


def _byte(code: int) -> str:
    return _ESCAPES.get(code) or (chr(code) if 0x20 <= code < 0x7F else f"\\{code:03o}")
