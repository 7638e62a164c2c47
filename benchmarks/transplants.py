"""Pages whose article is no running text: poems, lists, tables and talk, put where a page has its article.

There are few such pages in any collection of them, and a model fitted on news alone folds what does not look
like news. The words are those of the page's own article, set in other lines.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from benchmarks.pages import GoldPage, label
from briefreader.ingest.layout import paragraphs

_MOST_WORDS = 260
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_STANZA = 4

Setting = Callable[[str, random.Random], list[str]]


def _portions(text: str, least: int, most: int, chance: random.Random) -> list[list[str]]:
    words, found = text.split()[:_MOST_WORDS], []
    while words:
        size = chance.randint(least, most)
        found.append(words[:size])
        words = words[size:]
    return found


def _verse(text: str, chance: random.Random) -> list[str]:
    lines: list[str] = []
    for number, portion in enumerate(_portions(text, 4, 8, chance), 1):
        line = " ".join(portion)
        lines.append(line[0].upper() + (line[1:].rstrip(".") if chance.random() < 0.7 else line[1:]))
        lines += [""] * (number % _STANZA == 0)
    return lines


def _bullets(text: str, chance: random.Random) -> list[str]:
    mark = chance.choice("*-•")
    return [f"{mark} {' '.join(portion)}" for portion in _portions(text, 3, 11, chance)]


def _numbers(text: str, chance: random.Random) -> list[str]:
    portions = _portions(text, 3, 9, chance)
    return [f"{number}. {' '.join(portion)}" for number, portion in enumerate(portions, 1)]


def _table(text: str, chance: random.Random) -> list[str]:
    rows = _portions(text, 1, 3, chance)[: _MOST_WORDS // 4]
    return ["  ".join([" ".join(row), *(str(chance.randint(1, 900)) for _ in range(3))]) for row in rows]


def _talk(text: str, _chance: random.Random) -> list[str]:
    return [f"– {sentence}" for sentence in _SENTENCE_END.split(text)[:40]]


SETTINGS: dict[str, Setting] = {
    "verse": _verse, "bullets": _bullets, "numbered list": _numbers, "table": _table, "talk": _talk,
}  # fmt: skip


def transplant(page: GoldPage, setting: Setting, chance: random.Random) -> GoldPage:
    """Return the page, as text only, with its article set in other lines."""
    lines = paragraphs(page.text)
    places = [place for place, is_article in enumerate(label(lines, page.body)) if is_article]
    first, last = lines[places[0]], lines[places[-1]]
    body = setting(page.body, chance)
    indent = " " * first.indent
    inside = "\n".join(indent + line if line else "" for line in body)
    text = f"{page.text[: first.start - first.indent]}{inside}\n{page.text[last.end :]}"
    return replace(page, html="", text=text, body="\n".join(body))
