"""Reading a file of any bytes: it becomes articles, or one clean sentence."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from briefreader.ingest import ReadArticle, read_file
from briefreader.model import Article
from briefreader.text.sanitize import sanitize, sanitize_line

Target = Callable[[bytes], None]
"""Raises AssertionError for bytes that prove something wrong."""

# What a reader of files says where it failed in a way that nobody foresaw.
_UNFORESEEN = re.compile(r"It cannot be read as .+ \([A-Z]\w+: ")
PLACE = Path(tempfile.gettempdir()) / f"briefreader-fuzz-{os.getpid()}"


def reading(suffix: str, data: bytes) -> None:
    """Any file is read or refused in one clean sentence; its text is sanitised, its spans lie in it."""
    PLACE.mkdir(exist_ok=True)
    path = PLACE / f"article{suffix}"
    path.write_bytes(data)
    for item in read_file(path, relative=path.name):
        if isinstance(item, ReadArticle):
            _check(item.article)
        else:
            assert item.reason == sanitize_line(item.reason), item.reason
            assert not _UNFORESEEN.match(item.reason), item.reason


def _check(article: Article) -> None:
    for field in fields(article):
        value = getattr(article, field.name)
        if isinstance(value, str):
            assert value == sanitize(value), field.name
    for span in (*article.paragraphs, *article.folds):
        assert 0 <= span.start <= span.end <= len(article.text), span
