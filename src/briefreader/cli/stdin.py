"""``-`` as an article: text from standard input that is in no collection."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.errors import BadData
from briefreader.model import Article

if TYPE_CHECKING:
    from briefreader.library import Library

_LARGEST = 50_000_000


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
