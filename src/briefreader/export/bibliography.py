"""Records as BibTeX and CSL-JSON: each article once, with its notes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from briefreader.export.records import Record
from briefreader.model import ArticleInfo

# BibTeX counts braces whether a backslash stands before them or not: none may come out of a text.
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_VERBATIM = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_BETWEEN_NAMES = re.compile(r"\s+(?:and|AND|And)\s+|\s*[;&]\s*")
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
    """Return the passage with its place in the article's text, the day it was noted and what beside."""
    if not (record.span and record.passage):
        return ""
    noted = f", noted {str(record.details['noted'])[:10]}" if "noted" in record.details else ""
    beside = f", compared with {record.details['compared_with']}" if "compared_with" in record.details else ""
    return f"“{record.passage}” (characters {record.span.start}–{record.span.end}{noted}{beside})"


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
        "year": (article.published or "")[:4],
        "date": (article.published or "")[:10],
        "url": article.url,
        "langid": article.language,
        "file": article.path,
        "annote": " ".join(notes),
    }
    lines = "".join(f"  {name} = {{{_tex(name, value)}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{article.id},\n{lines}}}\n"


def _tex(name: str, value: str) -> str:
    if name == "author":
        return " and ".join(f"{{{_escaped(each, _SPECIAL)}}}" for each in _names(value))
    return _escaped(value, _VERBATIM if name == "url" else _SPECIAL)


def _escaped(value: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in " ".join(value.split()))


def _names(authors: str) -> list[str]:
    """Part several authors; commas part them only where a name of several words stands on either side."""
    found = []
    for each in _BETWEEN_NAMES.split(authors):
        parts = [part.strip() for part in each.split(",")]
        found += parts if all(" " in part for part in parts) else [each]
    return [name for name in found if name.strip()]


def _item(article: ArticleInfo, notes: list[str]) -> dict[str, Any]:
    date = _DATE.match(article.published or "")
    item: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.source,
        "author": [{"literal": each} for each in _names(article.author or "")] or None,
        "issued": {"date-parts": [[int(part) for part in date.groups() if part]]} if date else None,
        "URL": article.url,
        "archive_location": article.path,
        "language": article.language,
        "note": " ".join(notes) or None,
    }
    return {name: value for name, value in item.items() if value is not None}
