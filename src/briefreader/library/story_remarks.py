"""What is told of an article within its story: that it was first, or whose words it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.compare import Echo
    from briefreader.model import ArticleInfo

STORIES_TOLD = 1000
"""Stories, latest first, beyond which nobody is told who repeats whom."""
ARTICLES_TOLD = 40
"""Articles of one story beyond which nobody asks who repeats whom: it would take too long."""


def remark(story: Sequence[ArticleInfo], article: ArticleInfo, echo: Echo | None) -> str:
    """Tell in a few words whether an article was first, as far as dates say, or whose words it repeats."""
    if echo and echo.repeats:
        other = next(one for one in story if one.id == echo.repeats)
        return f"{echo.words} words as in {named(other)}"
    if article is story[0] and article.published:
        dated = all(one.published for one in story)
        return "first" if dated else "first of those with a date"
    return ""


def named(article: ArticleInfo) -> str:
    """Return whose article it is, or else its file's name, and then its title, which may be cut off."""
    whose = article.source or article.path.rpartition("/")[2]
    return ": ".join(part for part in (whose, article.title) if part)
