"""What stands above an article's text: its title, and one line on where it comes from."""

from __future__ import annotations

from datetime import date, datetime

from briefreader.model import ArticleInfo
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.widgets import glyphs


def title_of(article: ArticleInfo) -> str:
    """Return the title on one line, or the file's name where there is none."""
    return sanitize_line(" ".join(article.title.split())) or sanitize_line(article.path.rsplit("/", 1)[-1])


def meta_of(article: ArticleInfo) -> str:
    """Return source, day, author and length, as far as they are known."""
    parts = [article.source, day_of(article.published), article.author]
    if article.words:
        parts.append(f"{article.words:,} words")
    return sanitize_line(glyphs.current().dot.join(part for part in parts if part))


def day_of(published: str | None) -> str:
    """Return an ISO 8601 date as one reads it, as precise as it is: ``5 January 2022``, ``January 2022``."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published).date() if len(published) > 7 else _month(published)
    except ValueError:
        return published
    if len(published) <= 4:
        return published
    return f"{moment.day} {moment:%B} {moment.year}" if len(published) > 7 else f"{moment:%B} {moment.year}"


def _month(published: str) -> date:
    year, _, month = published.partition("-")
    return date(int(year), int(month or 1), 1)
