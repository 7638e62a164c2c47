"""Metadata that the lines of a plain text give: address, date line, byline, name of the outlet, title."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from briefreader.ingest.draft import Draft
from briefreader.ingest.lines import Line
from briefreader.ingest.metadata.dates import date_in_address, find_date
from briefreader.ingest.metadata.headline import headline

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}")
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|ico)(?:[?#].*)?$", re.IGNORECASE)
_FOLLOW = re.compile(r"Follow (?P<name>\w[\w .&-]{1,40}?) on (?:Twitter|X|Facebook|Telegram|Instagram)\b")
_INBOX = re.compile(r"(?P<name>[A-Z][\w .&-]{2,40}?) To Your Inbox\b", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:by|author:|written by)\s+(?P<name>[^\W\d_][\w.'’-]*(?:\s+[\w.'’,&-]+){0,7})", re.IGNORECASE
)
_PERSON = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\s[A-ZÀ-ÖØ-Þ][\w.'’-]*){1,2}")
_HEAD_LINES = 12
_LONGEST_TITLE = 250


def read_page(draft: Draft, lines: list[Line], folds: dict[int, str]) -> None:
    """Note in ``draft`` what the lines say of the article; ``folds`` tells residue (by place) from text."""
    first_prose = next((p for p, line in enumerate(lines) if p not in folds and line.is_prose), len(lines))
    _note_address(draft, lines)
    _note_date(draft, lines, folds)
    _note_author(draft, lines, folds, first_prose)
    _note_source(draft, lines, folds)
    _note_title(draft, lines, folds)


def _note_address(draft: Draft, lines: list[Line]) -> None:
    for line in lines[:2]:
        match = _ADDRESS.fullmatch(line.text)
        if match and not _IMAGE.search(match[0]):
            draft.note("url", match[0], "first line")


def _note_date(draft: Draft, lines: list[Line], folds: dict[int, str]) -> None:
    """Take the date from a line of its own near the top, else from the address."""
    for place, line in enumerate(lines[: 4 * _HEAD_LINES]):
        if place >= _HEAD_LINES and place not in folds:
            break
        if not _ADDRESS.match(line.text) and (not line.is_prose or line.text[:1].isdigit()):
            draft.note("published", find_date(line.text[:120]), "date line")
    if "url" in draft.fields:
        draft.note("published", date_in_address(draft.fields["url"][0]), "address")


def _note_author(draft: Draft, lines: list[Line], folds: dict[int, str], first_prose: int) -> None:
    for line in lines[: first_prose + 1]:
        match = _BYLINE.fullmatch(line.text)
        if match and line.words <= 10 and not line.ends_sentence:
            draft.note("author", match["name"], "byline")
    # Data about the page's author, flattened by a scraper: the name, then the portrait's address.
    for place, line in enumerate(lines[:-1]):
        portrait = lines[place + 1].text
        if (
            place in folds
            and _PERSON.fullmatch(line.text)
            and _ADDRESS.match(portrait)
            and _IMAGE.search(portrait)
        ):
            draft.note("author", line.text, "page metadata")


def _note_source(draft: Draft, lines: list[Line], folds: dict[int, str]) -> None:
    host = host_of(draft.fields["url"][0]) if "url" in draft.fields else ""
    for place, line in enumerate(lines):
        if place not in folds:
            continue
        if host and line.words <= 4 and _names_host(line.text, host):
            draft.note("source", line.text, "page metadata")
        for pattern in (_FOLLOW, _INBOX):
            if match := pattern.search(line.text):
                draft.note("source", match["name"], "invitation")
    draft.note("source", host, "address")


def host_of(url: str) -> str:
    """Return the host that an address names, without "www."; "" where it names none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _names_host(name: str, host: str) -> bool:
    first = re.sub(r"\W", "", name.split()[0].lower())
    return len(first) >= 4 and name[0].isupper() and host.startswith(first)


def _note_title(draft: Draft, lines: list[Line], folds: dict[int, str]) -> None:
    """Take as the title the first line that stays and is no sentence, byline or date, else the headline."""
    start = next((place for place in range(len(lines)) if place not in folds), len(lines))
    for place in range(start, len(lines) - 1):
        if place in folds:
            continue
        if lines[place].ends_sentence or len(lines[place]) > _LONGEST_TITLE:
            break
        if _is_title(lines[place]):
            draft.note("title", lines[place].text.lstrip("# "), "first line")
            return
    above = headline(lines, list(folds), start)
    if above is not None:
        draft.note("title", lines[above].text, "line above the article")


def _is_title(line: Line) -> bool:
    if line.words < 2 or line.text[-1] in ",;:" or _BYLINE.match(line.text):
        return False
    return find_date(line.text) is None
