"""``-``: an article, or a list of paths, from standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.errors import BadData
from briefreader.model import Article

if TYPE_CHECKING:
    from briefreader.library import Library

_LARGEST = 50_000_000


def expanded(paths: Iterable[str]) -> list[str]:
    """Return ``paths`` with ``-`` replaced by those on standard input: one a line, or ended by NULs.

    Raises:
        BadData: standard input names none.
    """
    found: list[str] = []
    for path in paths:
        found += _listed() if path == "-" else [path]
    return found


def _listed() -> list[str]:
    data = sys.stdin.buffer.read(_LARGEST)
    separator = b"\0" if b"\0" in data else b"\n"
    if not (paths := [os.fsdecode(path) for path in data.split(separator) if path.strip()]):
        raise BadData("standard input names no path: pipe a list of files into it, one a line")
    return paths


def article_or_ref(library: Library, ref: str) -> Article:
    """Return the article that ``ref`` names, or for ``-`` the one on standard input.

    Raises:
        NothingFound: the collection has no such article.
        BadData: standard input holds none, or too much.
    """
    if ref != "-":
        return library.article(ref)
    data = sys.stdin.buffer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise BadData(
            f"standard input holds more than {_LARGEST:,} bytes: save it as files and open their folder"
        )
    text = data.decode("utf-8", "replace")
    if not text.strip():
        raise BadData("standard input is empty: pipe an article's text into it")
    return replace(library.clean(text), id="-", path="-")
