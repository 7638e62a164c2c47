"""What stands above an article's text: its title, and one line on where it comes from."""

from __future__ import annotations

from briefreader.model import ArticleInfo
from briefreader.text.days import day_in_words
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.widgets import glyphs


def title_of(article: ArticleInfo) -> str:
    """Return the title on one line, or the file's name where there is none."""
    return sanitize_line(" ".join(article.title.split())) or sanitize_line(article.path.rsplit("/", 1)[-1])


def meta_of(article: ArticleInfo) -> str:
    """Return source, day, author and length, as far as they are known."""
    parts = [article.source, day_in_words(article.published), article.author]
    if article.words:
        parts.append(f"{article.words:,} words")
    return sanitize_line(glyphs.current().dot.join(part for part in parts if part))
