"""The open article when its file has changed or moved: shown as it reads now, at the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.errors import NothingFound
from briefreader.model import Article, Span
from briefreader.text.finding import nearest
from briefreader.ui.controllers.page import Place

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk

_TELLING = (200, 80, 30)


class Renewing:
    """Looks, after a sync, whether the open article is another now."""

    def __init__(self, desk: Desk, opening: Opening) -> None:
        self._desk, self._opening = desk, opening

    def look(self) -> None:
        """Show the open article anew if it has changed; one whose file is gone stays in sight."""
        article = self._opening.article
        if article:
            self._desk.jobs.ask(
                "renewing",
                lambda _cancelled: _now(self._desk.library, article),
                lambda found: self._show(article, found),
            )

    def _show(self, before: Article, now: Article | None) -> None:
        if now is None or now == before or self._opening.article is not before:
            return
        place = self._opening.sight.place
        self._opening.renew(
            now,
            Place(
                carried(before.text, now.text, place.top),
                _carried_span(before.text, now.text, place.current) if place.current else None,
            ),
        )


def carried(before: str, now: str, place: int) -> int:
    """Return where the words at ``place`` of the text ``before`` stand now, as near to it as they do."""
    for length in _TELLING:
        words = before[place : place + length]
        if words and (found := nearest(now, words, place)) is not None:
            return found
    return min(place, len(now))


def _carried_span(before: str, now: str, span: Span) -> Span | None:
    start = carried(before, now, span.start)
    words = span.cut(before)
    return Span(start, start + len(words)) if now.startswith(words, start) else None


def _now(library: Library, article: Article) -> Article | None:
    """Return the article as the library has it: by its key, which stays when its file is moved."""
    for ref in (article.key, article.id):
        try:
            found = library.article(ref)
        except NothingFound:
            continue
        if found.id == article.id or found.text_hash == article.text_hash:
            return found
    return None
