"""Records as Markdown: a heading for each article, its passages quoted, what is said of them beneath."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefreader.export.records import Detail, Record
from briefreader.model import ArticleInfo
from briefreader.text.days import moment_in_words

# Within a word an underscore marks nothing, and a path that is escaped cannot be copied.
_MARKUP = re.compile(r"([\\`*{}\[\]<>#|~$^@]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;))")
# What makes a list, a heading or a rule of a line that begins with it.
_BEGINNING = re.compile(r"^(\d+(?=[.)])|(?=[-+=:]))")


def markdown(records: Sequence[Record]) -> str:
    """Return the records as Markdown; whatever in them looks like markup is escaped."""
    lines: list[str] = []
    for article, group in groupby(records, key=lambda record: record.article):
        lines += [f"## {_plain(article.title)}", "", _source(article), ""]
        for record in group:
            lines += _passage(record)
    return "\n".join(lines).rstrip() + "\n"


def _source(article: ArticleInfo) -> str:
    parts = (article.source, article.author, moment_in_words(article.published))
    known = ", ".join(_plain(part) for part in (*parts, article.path) if part)
    return f"{known}, <{article.url}>" if _is_plain_url(article.url) else known


def _passage(record: Record) -> Iterator[str]:
    if record.span is None:
        return
    details = ", ".join(f"{name} {value}" for name, value in _worth_saying(record))
    for line in record.passage.strip().split("\n"):
        yield f"> {_plain(line)}".rstrip()
    yield ">"
    place = f"characters {record.span.start}–{record.span.end}"
    yield f"> — {place}" + (f" ({_plain(details)})" if details else "")
    if beside := record.details.get("compared_with"):
        yield from (">", f"> — compared with {_plain(beside)}")
    yield ""
    if record.note:
        yield from (_plain(line) for line in record.note.split("\n"))
        yield ""


def _worth_saying(record: Record) -> Iterator[tuple[str, object]]:
    for name, value in record.details.items():
        if value != [] and name not in ("left", "right", "compared_with"):
            yield name, _in_words(name, value)


def _in_words(name: str, value: Detail) -> object:
    if isinstance(value, list):
        return ", ".join(f"{start}–{end}" for start, end in value)
    return moment_in_words(str(value)) if name == "noted" else value


def _plain(text: object) -> str:
    return _BEGINNING.sub(r"\1\\", _MARKUP.sub(r"\\\1", " ".join(str(text).split())))


def _is_plain_url(url: str | None) -> bool:
    return bool(url and re.fullmatch(r"https?://[^\s<>]+", url))
