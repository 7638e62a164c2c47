"""How results are printed: JSON for programs, and text for people, coloured only on a terminal."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from briefreader.model import Article, ArticleInfo, Entity, Mention, Span

VERSION = 1

_INFO = ("id", "path", "title", "source", "author", "published", "url", "language", "words")


def print_json(values: dict[str, Any]) -> None:
    """Print one object, as the contract has it."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    click.echo(json.dumps({"version": VERSION, **values}, ensure_ascii=plain, indent=None))


def info_json(info: ArticleInfo) -> dict[str, Any]:
    """Return an article's row as the contract has it."""
    return {name: getattr(info, name) for name in _INFO}


def mention_json(mention: Mention) -> dict[str, Any]:
    """Return a mention as the contract has it."""
    return {name: getattr(mention, name) for name in ("start", "end", "text", "type", "entity")}


def entity_json(entity: Entity) -> dict[str, Any]:
    """Return an entity as the contract has it."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "mentions": entity.mentions,
        "articles": entity.articles,
    }


def article_json(article: Article, mentions: Iterable[Mention]) -> dict[str, Any]:
    """Return an article with text, folds and mentions as the contract has it."""
    return {
        "article": info_json(article),
        "text": article.text,
        "paragraphs": pairs(article.paragraphs),
        "folds": [{"start": fold.start, "end": fold.end, "reason": fold.reason} for fold in article.folds],
        "mentions": [mention_json(mention) for mention in mentions],
    }


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as pairs."""
    return [[span.start, span.end] for span in spans]


def width() -> int:
    """Return the width to print for: the terminal's, at most 100 columns."""
    return min(100, shutil.get_terminal_size((80, 24)).columns)


def out(text: str = "", end: str = "\n") -> None:
    """Print a line of data, or what ``end`` makes of it."""
    click.echo(f"{text}{end}", nl=False, color=False if "NO_COLOR" in os.environ else None)


def heading(info: ArticleInfo) -> str:
    """Return an article's title with its source and day on one line."""
    beside = " · ".join(part for part in (info.source, (info.published or "")[:10]) if part)
    return click.style(info.title, bold=True) + (f"  {beside}" if beside else "")


def lit(text: str, highlights: Sequence[Span]) -> str:
    """Return one line of a passage with its highlights set off."""
    parts, at = [], 0
    for span in highlights:
        parts += [text[at : span.start], click.style(span.cut(text), bold=True, fg="yellow")]
        at = span.end
    return " ".join("".join((*parts, text[at:])).split())
