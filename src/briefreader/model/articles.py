"""An article, and what a list shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefreader.model.spans import Block, Fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """What a list shows of an article.

    ``key`` is the article's number in this cache: quick, and void after a rebuild. ``id`` is for keeps:
    the same article at the same place has it on every machine. ``published`` is ISO 8601, a date or a
    moment with its offset, as precise as the text is.
    """

    id: str
    path: str
    title: str
    source: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    words: int = 0
    key: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(ArticleInfo):
    """One article: its whole text after decoding and sanitising, and how that text is laid out.

    ``origins`` names where each metadata value was found, such as ``{"title": "first line"}``;
    ``text_hash`` changes exactly when the text, the folds or the recogniser's view of them do.
    """

    text: str
    paragraphs: tuple[Block, ...] = ()
    folds: tuple[Fold, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)
    text_hash: str = ""
