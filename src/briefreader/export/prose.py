"""Records as Markdown: a heading for each article, then its text, or its passages and the notes on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefreader.export.escaping import plain, source
from briefreader.export.records import Detail, Record
from briefreader.export.texts import whole
from briefreader.model import Article, ArticleInfo
from briefreader.text.days import moment_in_words


def markdown(records: Iterable[Record]) -> Iterator[str]:
    """Yield the records as Markdown, article by article; whatever in them looks like markup is escaped."""
    blank = ""
    for article, group in groupby(records, key=lambda record: record.article):
        yield blank + "\n".join(_section(article, list(group))).rstrip() + "\n"
        blank = "\n"


def _section(article: ArticleInfo, records: list[Record]) -> Iterator[str]:
    passages = [record for record in records if record.span]
    if isinstance(article, Article) and not passages:
        yield from whole(article)
        return
    yield from (f"## {plain(article.title)}", "", source(article), "")
    for record in passages:
        yield from _passage(record)


def _passage(record: Record) -> Iterator[str]:
    if record.span is None:
        return
    details = ", ".join(f"{name} {value}" for name, value in _worth_saying(record))
    for line in record.passage.strip().split("\n"):
        yield f"> {plain(line)}".rstrip()
    yield ">"
    place = f"characters {record.span.start}–{record.span.end}"
    yield f"> — {place}" + (f" ({plain(details)})" if details else "")
    if beside := record.details.get("compared_with"):
        yield from (">", f"> — compared with {plain(beside)}")
    yield ""
    if record.note:
        yield from (plain(line) for line in record.note.split("\n"))
        yield ""


def _worth_saying(record: Record) -> Iterator[tuple[str, object]]:
    for name, value in record.details.items():
        if value != [] and name not in ("left", "right", "compared_with"):
            yield name, _in_words(name, value)


def _in_words(name: str, value: Detail) -> object:
    if isinstance(value, list):
        return ", ".join(f"{start}–{end}" for start, end in value)
    return moment_in_words(str(value)) if name == "noted" else value
