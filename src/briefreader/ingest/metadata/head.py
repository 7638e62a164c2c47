"""When a web page says that it was published: in its head, for machines."""

from __future__ import annotations

import re

from briefreader.ingest.metadata.dates import normalize_date
from briefreader.ingest.repair import unescape

_META = re.compile(r"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(name|property|itemprop|http-equiv|content)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.I
)
_JSON_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_TIME = re.compile(
    r"<time\b[^>]{0,500}\b(?:pubdate|itemprop=[\"']?datePublished)\b[^>]{0,500}>", re.IGNORECASE
)
_DATETIME = re.compile(r"\bdatetime\s*=\s*[\"']?([^\"'\s>]{8,40})", re.IGNORECASE)
_NAMES = (
    "article:published_time", "datepublished", "article:published", "og:published_time", "publishdate",
    "publish_date", "pubdate", "publication_date", "published_time", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip


def published(page: str) -> str | None:
    """Return when the page says it was published, as ISO 8601, as precise as it says it."""
    head = page[:300_000]
    given = _meta(head)
    candidates = [given[name] for name in _NAMES if name in given]
    candidates += _JSON_DATE.findall(page)[:1]
    candidates += [found[1] for time in _TIME.findall(page)[:1] if (found := _DATETIME.search(time))]
    return next((date for value in candidates if (date := normalize_date(value))), None)


def _meta(head: str) -> dict[str, str]:
    """Return the named contents of the page's meta elements, first ones first."""
    found: dict[str, str] = {}
    for element in _META.findall(head):
        values = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(element)}
        name = values.get("property") or values.get("name") or values.get("itemprop")
        if name and values.get("content"):
            found.setdefault(name.lower(), values["content"])
    return found
