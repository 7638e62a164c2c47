"""Markdown: one article a file, with YAML front matter where there is any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefreader.ingest.charset import decode_text
from briefreader.ingest.draft import Draft
from briefreader.ingest.fields import note_fields
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source
from briefreader.text.strict_yaml import YamlProblem, load

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^# +(?P<title>\S.*?)[ #]*$", re.MULTILINE)


def read(source: Source) -> Iterator[Draft]:
    """Yield the one article of a Markdown file; its front matter is folded and read as metadata."""
    yield draft_of(repair(decode_text(source.data())))


def has_front_matter(text: str) -> bool:
    """Tell whether a text of which nothing is known begins with fields between rules, not with a rule."""
    front = _FRONT.match(text)
    return bool(front and _fields(front["yaml"]))


def draft_of(text: str) -> Draft:
    """Return the article that a Markdown text is."""
    draft = Draft(text, layout="markdown")
    front = _FRONT.match(draft.text)
    if front:
        draft.folds.append((0, len(front[0].rstrip()), "front matter"))
        note_fields(draft, _fields(front["yaml"]), "front matter")
    heading = _HEADING.search(draft.text, front.end() if front else 0)
    if heading:
        draft.note("title", heading["title"], "heading")
    return draft


def _fields(yaml: str) -> dict[Any, Any]:
    try:
        values = load(yaml, name="front matter").value
    except YamlProblem:
        # Somebody's broken front matter is no reason to lose the article.
        return {}
    return values if isinstance(values, dict) else {}
