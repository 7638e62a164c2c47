"""Applying the reader's word on metadata and folds to what a file gives, and taking it back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefreader.errors import BadData
from briefreader.ingest.finish import text_hash
from briefreader.ingest.metadata.dates import normalize_date
from briefreader.model import Article, ArticleInfo, Fold, Span
from briefreader.store.cache.packing import pack, pack_folds, unpack_folds
from briefreader.store.userdata.amendments import Amendments, FoldRule
from briefreader.text.sanitize import sanitize_line

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf

FIELDS = ("title", "source", "author", "published", "url", "language")

_BY_HAND = "folded by you"
_ORIGIN = "you"


def correct(shelf: Shelf, info: ArticleInfo, field: str, value: str | None) -> None:
    """Set a field of an article, or go back to what its text gives.

    Raises:
        BadData: there is no such field, or a title would be empty.
    """
    if field not in FIELDS:
        raise BadData(f"{field!r} cannot be corrected: choose one of {', '.join(FIELDS)}")
    if field == "title" and value is not None and not value.strip():
        raise BadData("a title cannot be empty: name one, or go back to the one in the text")
    amendments = shelf.userdata.amendments
    if value is None:
        amendments.clear_field(info.id, field, f"take back the correction of the {field}")
    else:
        value = _as_date(value) if field == "published" and value.strip() else value
        owner = shelf.cache.articles.hashes([info.id]).get(info.id, "")
        clean = sanitize_line(" ".join(value.split())) or None
        amendments.set_field(info.id, owner, field, clean, f"correct the {field}")
    reapply(shelf, {info.id})


def _as_date(value: str) -> str:
    found = normalize_date(value)
    if found is None:
        told = sanitize_line(value)
        raise BadData(f"{told!r} is no date: write 2022-01-05, or with a time 2022-01-05T15:28+01:00")
    return found


def overrule_fold(shelf: Shelf, article: Article, span: Span, folded: bool) -> None:
    """Fold a span, or leave it open, whatever the rules of import say of it."""
    rule = FoldRule(span.cut(article.text), span.start, folded)
    what = "fold a passage" if folded else "open a fold"
    shelf.userdata.amendments.set_fold(article.id, article.text_hash, rule, what)
    reapply(shelf, {article.id})


def reapply(shelf: Shelf, articles: set[str]) -> None:
    """Bring the cached rows of these articles in line with the amendments as they stand."""
    cache = shelf.cache
    with cache.database.transaction() as connection:
        for key in cache.articles.keys_of(articles).values():
            _reapply(shelf, connection, key)
        cache.bump(connection)


def amended(article: Article, amendments: Amendments) -> tuple[Article, str]:
    """Return the article as the reader would have it, and what its file gave, to be kept beside it."""
    given = {name: getattr(article, name) for name in FIELDS}
    kept = json.dumps({**given, "folds": pack_folds(article.folds), "origins": article.origins})
    fields = amendments.fields(article.id)
    folds = _overruled(article, amendments.folds(article.id))
    changed: dict[str, Any] = {**fields, "folds": folds}
    changed["title"] = changed.get("title") or article.title
    changed["origins"] = {**article.origins, **dict.fromkeys(fields, _ORIGIN)}
    changed["text_hash"] = text_hash(article.text, folds)
    return replace(article, **changed), kept


def change_given(
    shelf: Shelf, connection: sqlite3.Connection, key: int, change: Callable[[Article], Article]
) -> None:
    """Write an article as ``change`` makes it of what its file gave, the amendments on top."""
    articles = shelf.cache.articles
    article, file, given = articles.article(key), articles.file_of(key), articles.given(key)
    if article is None or file is None:
        return
    before = _as_given(article, given)
    after, kept = change(before), None
    if after.text_hash == before.text_hash:
        return
    if given is not None:
        after, kept = amended(after, shelf.userdata.amendments)
    articles.put(connection, pack(after), file, articles.record_of(key), kept)


def _reapply(shelf: Shelf, connection: sqlite3.Connection, key: int) -> None:
    articles = shelf.cache.articles
    article, file, record = articles.article(key), articles.file_of(key), articles.record_of(key)
    if article is None or file is None:
        return
    given = articles.given(key)
    article, kept = amended(_as_given(article, given), shelf.userdata.amendments)
    articles.put(connection, pack(article), file, record, kept)


def _as_given(article: Article, given: str | None) -> Article:
    if given is None:
        return article
    values = json.loads(given)
    folds = unpack_folds(values.pop("folds"))
    return replace(article, **values, folds=folds, text_hash=text_hash(article.text, folds))


def _overruled(article: Article, rules: list[FoldRule]) -> tuple[Fold, ...]:
    folds = list(article.folds)
    for rule in rules:
        span = _place(article.text, rule)
        if span is None:
            continue
        # A fold that the reader opens goes as a whole: its parts were joined by import, not by the reader.
        folds = [fold for fold in folds if not fold.overlaps(span)]
        if rule.folded:
            folds.append(Fold(span.start, span.end, _BY_HAND))
    return tuple(sorted(folds))


def _place(text: str, rule: FoldRule) -> Span | None:
    """Find the words of a rule where they stood, or else where they stand now."""
    if text.startswith(rule.quote, rule.start):
        return Span(rule.start, rule.start + len(rule.quote))
    found = text.find(rule.quote)
    return Span(found, found + len(rule.quote)) if found >= 0 and rule.quote else None
