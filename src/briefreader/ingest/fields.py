"""The names under which files keep the fields of an article."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from briefreader.ingest.draft import Draft

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "articlebody", "maintext", "fulltext", "article", "story", "description",
    ),
    "title": ("title", "headline", "heading", "subject"),
    "source": (
        "source", "publisher", "outlet", "sourcename", "publication", "sitename", "site", "domain", "src",
    ),
    "author": ("author", "authors", "byline", "creator", "writer"),
    "published": (
        "published", "date", "publishedat", "datepublished", "datepublish", "publishdate",
        "publisheddate", "pubdate",
        "publicationdate", "publishedtime", "datetime", "timestamp", "time", "created", "createdat",
    ),
    "url": ("url", "link", "canonical", "canonicalurl", "permalink", "href", "uri"),
    "language": ("language", "lang", "languagecode"),
    "id": ("id", "guid", "uuid", "articleid", "docid", "identifier"),
}  # fmt: skip
"""Spellings by field, best first, in lower case without spaces, hyphens and underscores."""


def columns(names: list[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return which of ``names`` holds which field; ``chosen`` (field to name) goes before what is guessed."""
    plain = {_plain(name): name for name in reversed(names)}
    found = {
        field: next((plain[s] for s in spellings if s in plain), None) for field, spellings in NAMES.items()
    }
    found.update({field: name for field, name in chosen.items() if name in names})
    return {field: name for field, name in found.items() if name is not None}


def note_fields(draft: Draft, values: Mapping[str, Any], origin: str) -> None:
    """Note in ``draft`` the fields that ``values`` has under any known name."""
    for field, name in columns(list(values), {}).items():
        if field not in ("text", "id"):
            draft.note(field, flat(field, values[name]), origin)


def flat(field: str, value: Any) -> str | None:
    """Return a field's value as one string: lists joined, objects by their name, a moment from Unix time."""
    if isinstance(value, list):
        return ", ".join(part for item in value if (part := flat(field, item))) or None
    if isinstance(value, dict):
        return flat(field, value.get("name") or value.get("title"))
    if field == "published" and isinstance(value, int | float) and not isinstance(value, bool):
        return _moment(float(value))
    return None if value is None or isinstance(value, bool) else str(value)


def _moment(seconds: float) -> str | None:
    if seconds > 1e11:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat() if 1e8 < seconds < 1e11 else None


def _plain(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())
