"""Markdown: one article a file, with YAML front matter where there is any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.repair import repair
from briefreader.text.strict_yaml import YamlProblem, load

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^# +(?P<title>\S.*?)[ #]*$", re.MULTILINE)
_NAMES = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site", "publication"),
    "author": ("author", "authors", "byline"),
    "published": ("date", "published", "pubdate", "created"),
    "url": ("url", "link", "canonical", "permalink"),
    "language": ("language", "lang"),
}


def read(data: bytes) -> Iterator[Draft]:
    """Yield the one article of a Markdown file; its front matter is folded and read as metadata."""
    draft = Draft(repair(decode(data)), layout="markdown")
    front = _FRONT.match(draft.text)
    if front:
        draft.folds.append((0, len(front[0].rstrip()), "front matter"))
        _read_front(draft, front["yaml"])
    heading = _HEADING.search(draft.text, front.end() if front else 0)
    if heading:
        draft.note("title", heading["title"], "heading")
    yield draft


def _read_front(draft: Draft, yaml: str) -> None:
    try:
        values = load(yaml, name="front matter").value
    except YamlProblem:
        # Somebody's broken front matter is no reason to lose the article.
        return
    if isinstance(values, dict):
        lowered = {key.lower(): value for key, value in values.items()}
        for field, names in _NAMES.items():
            for name in names:
                draft.note(field, _flat(lowered.get(name)), "front matter")


def _flat(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return None if isinstance(value, dict) else value
