"""Reading one file: which format it is, the articles in it, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefreader.ingest.draft import Draft
from briefreader.ingest.finish import finish
from briefreader.ingest.formats import markdown, plain, web
from briefreader.ingest.scan import explain
from briefreader.model import Article, Skipped

_READERS = {
    ".txt": plain.read, ".text": plain.read, ".md": markdown.read, ".markdown": markdown.read,
    ".html": web.read, ".htm": web.read, ".xhtml": web.read,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are read; ``largest`` is the size in bytes above which a file is skipped."""

    largest: int = 50_000_000


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read; ``record`` names it within its file, "" where the file is one article."""

    record: str
    article: Article


def is_readable(name: str) -> bool:
    """Tell by its name whether a file may hold articles."""
    return Path(name).suffix.lower() in _READERS


def read_file(
    path: Path, *, relative: str, options: ReadOptions | None = None
) -> Iterator[ReadArticle | Skipped]:
    """Yield the articles of the file at ``path``, and for what cannot be read, why."""
    options = options or ReadOptions()
    try:
        if path.stat().st_size > options.largest:
            yield Skipped(
                relative, f"It is larger than {options.largest:,} bytes; raise the limit to read it."
            )
            return
        data = path.read_bytes()
    except OSError as error:
        yield Skipped(relative, explain(error))
        return
    if not data.strip():
        yield Skipped(relative, "It is empty.")
        return
    for draft in _READERS[path.suffix.lower()](data):
        yield ReadArticle(draft.record, finish(draft, relative))


def clean(text: str) -> Article:
    """Return the article that ``text`` is, for text that is in no collection; HTML is recognised."""
    data = text.lstrip()[:200].lower()
    draft = (
        web.read_html(text)
        if data.startswith(("<!doctype html", "<html"))
        else next(plain.read(text.encode("utf-8", "surrogatepass")))
    )
    return finish(draft, "")


__all__ = ["Draft", "ReadArticle", "ReadOptions", "clean", "is_readable", "read_file"]
