"""RSS and Atom feeds saved to disk: an article for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.foreign import parsing
from briefreader.ingest.formats.markup import looks_like_markup, markup_text
from briefreader.ingest.formats.record_keys import RecordKeys
from briefreader.ingest.repair import repair, unescape
from briefreader.ingest.source import Source, Unreadable, refuse_many
from briefreader.model import Skipped

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MOST_TAGS = 500_000


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the entries of a feed."""
    data = source.data()
    refuse_entities(data)
    if not _ROOT.search(data[:4096]):
        raise Unreadable("It is XML, but no RSS or Atom feed.")
    refuse_many(data.count(b"<") + data.count(b"&lt;"), _MOST_TAGS, "tags")
    # Imported late: few collections hold feeds.
    import feedparser

    with parsing("feed"):
        feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise Unreadable("It is a feed without entries.")
    keys = RecordKeys()
    for number, entry in enumerate(feed.entries, 1):
        text = _text(entry)
        if not text.strip():
            yield Skipped(f"{source.relative}, entry {number}", "It has no text.")
            continue
        draft = Draft(text, record=keys.give(entry.get("id") or entry.get("link"), text))
        _note(draft, entry, feed.feed)
        yield draft


def refuse_entities(data: bytes) -> None:
    """Refuse XML that declares entities, which no article needs and which can grow without bound."""
    if _ENTITY.search(data):
        raise Unreadable("It declares XML entities, which could fill the memory; remove the DOCTYPE.")


def _note(draft: Draft, entry: Any, feed: Any) -> None:
    draft.note("title", _plain(entry.get("title")), "feed")
    draft.note("author", entry.get("author") or feed.get("author"), "feed")
    draft.note("published", entry.get("published") or entry.get("updated"), "feed")
    draft.note("url", entry.get("link"), "feed")
    draft.note("source", _plain(feed.get("title")), "feed")
    draft.note("language", feed.get("language"), "feed")


def _text(entry: Any) -> str:
    """Return the fullest text that the entry gives."""
    values = [each.get("value") or "" for each in entry.get("content", [])]
    return max(map(_plain, [*values, entry.get("summary") or ""]), key=len)


def _plain(value: str | None) -> str:
    text = value or ""
    return repair(markup_text(text) if looks_like_markup(text) else unescape(text))
