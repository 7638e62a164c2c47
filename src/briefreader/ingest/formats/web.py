"""Saved web pages: the main text by trafilatura, the rest of the page folded, metadata from the head."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.markup import lines_of, tree_of
from briefreader.ingest.metadata.head import published
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source, Unreadable
from briefreader.text.sanitize import sanitize

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.-]{2,40})",
    re.IGNORECASE,
)
_NAMES = {
    "title": "title",
    "source": "sitename",
    "author": "author",
    "published": "date",
    "url": "url",
    "language": "language",
}
_REFERENCE = re.compile(r"&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));?")
_SURE_DATES = {"extensive_search": False, "original_date": True}
_LITTLE = 250
"""Characters: where its own rules find less, trafilatura is to ask for the second opinion."""
_MOST = 0.7
_MOST_TAGS = 100_000
"""What has more is no article: its text is taken as it stands, since finding the main one takes a minute."""
_MOST_COMPARED = 4_000_000_000
"""Lines times letters of the main text that are looked through for them: some seconds."""
_TOKEN = re.compile(r"\w+")


def read(source: Source) -> Iterator[Draft]:
    """Yield the one article of a page."""
    yield read_page(source.data())


def read_page(data: bytes, declared: str | None = None) -> Draft:
    """Return the article in the bytes of a page; ``declared`` is the charset that its transport named."""
    found = _CHARSET.search(data[:4096])
    named = (found[1] or found[2]).decode("ascii") if found else None
    return read_html(decode(data, declared or named))


def read_html(page: str) -> Draft:
    """Return the article that the HTML text ``page`` holds.

    Raises:
        Unreadable: there is no text in it, or none that can be reached.

    """
    page = _without_controls(page)
    tree = tree_of(page)
    found = _extract(page, is_huge=tree.is_huge) if page.count("<") <= _MOST_TAGS else None
    main = _text_of(found)
    rest = "" if tree.root is None else _rest(lines_of(tree.root), main)
    if not main and not rest:
        raise Unreadable("It is a web page without text.")
    draft = Draft(
        f"{main}\n\n{rest}" if main and rest else main or rest, layout="extracted" if main else "plain"
    )
    if main and rest:
        draft.folds.append((len(main) + 2, len(draft.text), "rest of the page"))
    draft.note("published", published(page), "page head")
    for field, name in _NAMES.items():
        draft.note(field, getattr(found, name, None), "page head")
    return draft


def _extract(page: str, *, is_huge: bool) -> object:
    """Return what trafilatura finds in the page; None where that is nothing, or too deep for it.

    Its own rules, without the readers that it asks for a second opinion, find the article more exactly;
    strict, they also leave out what only stands near it, unless they lose much of the text by that.
    """
    # Imported late: it takes half a second, and many collections hold no page.
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # Without an extensive search, which takes any date on the page for that of the article.
    extract = partial(
        trafilatura.bare_extraction,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=_SURE_DATES,
    )

    given = partial(_given, page, is_huge=is_huge)
    with suppress(RecursionError):
        found = extract(given(), fast=True)
        if len(_text_of(found)) < _LITTLE:
            return extract(given())
        strict = extract(given(), fast=True, favor_precision=True)
        return strict if len(_text_of(strict)) >= _MOST * len(_text_of(found)) else found
    return None


def _given(page: str, *, is_huge: bool) -> Any:
    """Return what to give trafilatura: its own parser leaves out what is huge, and a tree it changes."""
    return tree_of(page).root if is_huge else page


def _text_of(found: object) -> str:
    return repair(getattr(found, "text", None) or "").strip()


def _rest(text: str, main: str) -> str:
    """Return the lines of a page's ``text`` that are not in its main text."""
    lines = repair(text).split("\n")
    taken = _Taken(main, len(lines))
    return "\n".join(line for line in lines if _words(line) not in taken)


class _Taken:
    """The words of the main text: whether others stand in it one after another."""

    def __init__(self, main: str, questions: int) -> None:
        self._lines = {_words(line) for line in main.split("\n")}
        self._text = _words(main)
        self._is_searched = questions * len(self._text) <= _MOST_COMPARED

    def __contains__(self, words: str) -> bool:
        return words in self._lines or (words in self._text if self._is_searched else not words)


def _words(text: str) -> str:
    return " ".join(_TOKEN.findall(text))


def _without_controls(page: str) -> str:
    """Return the page with visible marks for controls, raw or as references: an XML tree cannot hold them."""
    return _REFERENCE.sub(_mark, sanitize(page))


def _mark(reference: re.Match[str]) -> str:
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    char = chr(number) if number <= 0x10FFFF else "\ufffd"
    mark = sanitize(char)
    return reference[0] if mark == char else mark
