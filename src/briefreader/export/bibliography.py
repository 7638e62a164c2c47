"""Records as BibTeX and CSL-JSON: each article once, with its notes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from briefreader.export.records import Record
from briefreader.model import ArticleInfo

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def bibtex(records: Sequence[Record]) -> str:
    """Return an ``@misc`` entry for each article; the key is its id."""
    return "\n".join(_entry(article, notes) for article, notes in _articles(records).items())


def csl(records: Sequence[Record]) -> str:
    """Return a list of CSL-JSON items of type ``article-newspaper``."""
    items = [_item(article, notes) for article, notes in _articles(records).items()]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _articles(records: Sequence[Record]) -> dict[ArticleInfo, list[str]]:
    """Return each article once, in order, with the passages and notes made to it."""
    found: dict[str, ArticleInfo] = {}
    notes: dict[str, list[str]] = {}
    for record in records:
        found.setdefault(record.article.id, record.article)
        said = " – ".join(part for part in (_quoted(record), record.note) if part)
        notes.setdefault(record.article.id, []).extend([said] if said else [])
    return {_bare(article): notes[each] for each, article in found.items()}


def _quoted(record: Record) -> str:
    """Return the passage with its place in the article's text, and the day it was noted."""
    if not (record.span and record.passage):
        return ""
    noted = f", noted {str(record.details['noted'])[:10]}" if "noted" in record.details else ""
    return f"“{record.passage}” (characters {record.span.start}–{record.span.end}{noted})"


def _bare(article: ArticleInfo) -> ArticleInfo:
    """Drop an article's text: an article with its origins cannot be a key."""
    return ArticleInfo(
        id=article.id,
        path=article.path,
        title=article.title,
        source=article.source,
        author=article.author,
        published=article.published,
        url=article.url,
        language=article.language,
    )


def _entry(article: ArticleInfo, notes: list[str]) -> str:
    fields = {
        "title": article.title,
        "author": article.author,
        "howpublished": article.source,
        "date": (article.published or "")[:10],
        "url": article.url,
        "langid": article.language,
        "file": article.path,
        "annote": " ".join(notes),
    }
    lines = "".join(f"  {name} = {{{_tex(name, value)}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{article.id},\n{lines}}}\n"


def _tex(name: str, value: str) -> str:
    if name == "url":
        return value.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    return "".join(_SPECIAL.get(character, character) for character in " ".join(value.split()))


def _item(article: ArticleInfo, notes: list[str]) -> dict[str, Any]:
    date = _DATE.match(article.published or "")
    item: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.source,
        "author": [{"literal": article.author}] if article.author else None,
        "issued": {"date-parts": [[int(part) for part in date.groups() if part]]} if date else None,
        "URL": article.url,
        "archive_location": article.path,
        "language": article.language,
        "note": " ".join(notes) or None,
    }
    return {name: value for name, value in item.items() if value is not None}
