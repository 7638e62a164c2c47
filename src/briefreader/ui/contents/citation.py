"""An article named as in a bibliography."""

from __future__ import annotations

from briefreader.model import Article, ArticleInfo
from briefreader.text.days import day_in_words

_NOT_ITS_OWN = ("first sentence", "file name")
"""Origins of a title that stands in for one."""


def citation(article: ArticleInfo) -> str:
    """Return author, title, source, date and address, as far as they are known.

    An article without a title of its own goes by the name of its file.
    """
    parts = [
        f"{article.author}," if article.author else "",
        f"{_named(article)},",
        f"{article.source}," if article.source else "",
        f"{day_in_words(article.published)}," if article.published else "",
        article.url or article.path,
    ]
    return " ".join(part for part in parts if part)


def _named(article: ArticleInfo) -> str:
    if isinstance(article, Article) and article.origins.get("title") in _NOT_ITS_OWN:
        return article.path.rpartition("/")[2] or article.title
    return f"“{article.title}”"
