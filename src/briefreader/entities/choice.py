"""Which recogniser the environment asks for; told without loading any."""

from __future__ import annotations

import os

VARIABLE = "BRIEFREADER_RECOGNIZER"
_OWN = ("", "briefreader")


def choice() -> str:
    """Return the name of the recogniser asked for, "" for briefreader's own."""
    name = os.environ.get(VARIABLE, "").strip()
    return "" if name in _OWN else name
