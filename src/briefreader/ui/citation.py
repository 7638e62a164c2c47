"""An article named as in a bibliography."""

from __future__ import annotations

from datetime import date

from briefreader.model import ArticleInfo


def citation(article: ArticleInfo) -> str:
    """Return author, title, source, date and address, as far as they are known."""
    parts = [
        f"{article.author}," if article.author else "",
        f"“{article.title}”,",
        f"{article.source}," if article.source else "",
        f"{_day(article.published)}," if article.published else "",
        article.url or article.path,
    ]
    return " ".join(part for part in parts if part)


def _day(published: str) -> str:
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{day.day} {day:%B} {day.year}"
