"""Foreign words within Markdown: whatever in them looks like markup is escaped."""

from __future__ import annotations

import re

from briefreader.model import ArticleInfo
from briefreader.text.days import moment_in_words

# Within a word an underscore marks nothing, and a path that is escaped cannot be copied.
_MARKUP = re.compile(r"([\\`*{}\[\]<>#|~$^@]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;))")
# What makes a list, a heading or a rule of a line that begins with it.
_BEGINNING = re.compile(r"^(\d+(?=[.)])|(?=[-+=:]))")


def plain(text: object) -> str:
    """Return ``text`` on one line, as Markdown that shows just its words."""
    return _BEGINNING.sub(r"\1\\", _MARKUP.sub(r"\\\1", " ".join(str(text).split())))


def link(url: str | None) -> str | None:
    """Return a web address as a link, None where it is none that could be followed."""
    return f"<{url}>" if url and re.fullmatch(r"https?://[^\s<>]+", url) else None


def source(article: ArticleInfo) -> str:
    """Return where an article comes from: source, author, day, path and address, as far as they are known."""
    parts = (article.source, article.author, moment_in_words(article.published), article.path)
    known = [plain(part) for part in parts if part]
    return ", ".join([*known, *filter(None, [link(article.url)])])
