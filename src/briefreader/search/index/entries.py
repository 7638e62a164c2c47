"""From an article to what the index writes down of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from briefreader.search.documents import IndexDocument
from briefreader.search.index.tokens import Vocabulary

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def entry(document: IndexDocument, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """Return the fields of ``document`` for Whoosh's writer."""
    texts = {
        "title": document.title,
        "body": document.body,
        "source": document.source,
        "author": document.author,
        "url": document.url,
        "lang": document.language,
    }
    entry: dict[str, Any] = {name: vocabularies[name].tokens(text) for name, text in texts.items() if text}
    if document.source:
        entry["outlet"] = vocabularies["outlet"].exactly(document.source)
    if document.published and (day := _DAY.match(document.published)):
        entry["day"] = vocabularies["day"].exactly(day[0])
    entry["key"], entry["stamp"], entry["moment"] = document.key, document.stamp, moment(document.published)
    return entry


def moment(published: str | None) -> int:
    """Return seconds since 1970 for an ISO 8601 date, as precise as it is; 0 where there is none."""
    if not published or not (day := _DAY.match(published)):
        return 0
    try:
        if len(published) > len("2021-12-22"):
            point = datetime.fromisoformat(published)
        else:
            year, month, date = (*map(int, day[0].split("-")), 1, 1)[:3]
            point = datetime(year, month, date)
    except ValueError:
        return 0
    if point.tzinfo is None:
        point = point.replace(tzinfo=UTC)
    return int(point.timestamp())
