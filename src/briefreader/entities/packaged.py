"""The files that come with the recogniser, in ``data/``."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "data"


def content(file: str) -> str:
    """Return the text of a file."""
    return (FOLDER / file).read_bytes().decode("utf-8")
