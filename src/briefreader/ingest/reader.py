"""Reading one file: which format it is, the articles in it, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefreader.ingest.draft import Draft
from briefreader.ingest.finish import finish
from briefreader.ingest.formats.registry import Format, format_of
from briefreader.ingest.options import ReadOptions
from briefreader.ingest.patience import TookTooLong, patiently
from briefreader.ingest.scan import explain
from briefreader.ingest.source import PACKED_ERRORS, Source, Unreadable
from briefreader.model import Article, Skipped
from briefreader.text.sanitize import sanitize_line

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read; ``record`` names it within its file, "" where the file is one article."""

    record: str
    article: Article


def read_file(
    path: Path, *, relative: str, options: ReadOptions | None = None
) -> Iterator[ReadArticle | Skipped]:
    """Yield the articles of the file at ``path``, and for what cannot be read, why; raises nothing.

    ``relative`` is the file's path in its collection.
    """
    source = Source(path, relative, options or ReadOptions())
    found = format_of(path.name)
    if found is None:
        yield Skipped(relative, "No format reads files of this kind.")
        return
    none = True
    try:
        for item in patiently(_items(found, source), times=source.options.generosity):
            yield item
            none = False
        if none:
            yield Skipped(relative, f"It is a {found.name} file without articles.")
    except Exception as error:  # noqa: BLE001, RUF100 - whatever a foreign file does, the rest goes on
        yield Skipped(relative, _reason(error, found))


def clean(text: str) -> Article:
    """Return the article that ``text`` is, for text that is in no collection.

    HTML is recognised, and front matter, which makes it Markdown.
    """
    from briefreader.ingest.formats.markdown import draft_of, has_front_matter
    from briefreader.ingest.formats.web import read_html
    from briefreader.ingest.repair import repair

    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith(("<!doctype html", "<html", "<?xml")) and "<html" in text[:4000].lower():
        try:
            return finish(read_html(text), "")
        except Unreadable:
            return finish(Draft(""), "")
    repaired = repair(text)
    return finish(draft_of(repaired) if has_front_matter(repaired) else Draft(repaired), "")


def _items(found: Format, source: Source) -> Iterator[ReadArticle | Skipped]:
    for item in found.read(source):
        yield item if isinstance(item, Skipped) else ReadArticle(item.record, finish(item, source.relative))


def _reason(error: Exception, found: Format) -> str:
    """Return, as a sentence, why reading failed."""
    if isinstance(error, Unreadable):
        return sanitize_line(str(error))[:_LONGEST_REASON]
    if isinstance(error, TookTooLong):
        return "Reading it takes too long: it is no article, or made to do harm."
    if isinstance(error, PACKED_ERRORS):
        return "It is damaged or cut off."
    if isinstance(error, OSError) and error.errno is not None:
        return explain(error)
    if isinstance(error, MemoryError):
        return "It needs more memory than there is."
    if isinstance(error, ModuleNotFoundError) and found.extra:
        return f"Reading {found.name} files takes an extra: pip install 'briefreader[{found.extra}]'."
    told = sanitize_line(f"{type(error).__name__}: {error}")[:_LONGEST_REASON]
    return f"It cannot be read as {found.name} ({told})."
