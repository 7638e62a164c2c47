"""The lines of a concordance: how they are sorted, filtered and cut to the width of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from briefreader.model import Occurrence
from briefreader.text.width import cell_width, clusters

Sort = Literal["article", "left", "right", "date", "oldest", "source"]


def arranged(lines: Sequence[Occurrence], words: str, sort: Sort) -> list[Occurrence]:
    """Return the lines that hold every one of ``words``, sorted; ties stay as they came."""
    wanted = words.casefold().split()
    kept = [line for line in lines if all(word in _plain(line) for word in wanted)]
    if sort == "article":
        return kept
    return sorted(kept, key=_KEYS[sort], reverse=sort == "date")


def _plain(line: Occurrence) -> str:
    parts = (line.left, line.text, line.right, line.article.source or "", line.article.title)
    return " ".join(parts).casefold()


def _from_the_end(line: Occurrence) -> list[str]:
    return _words(line.left)[::-1]


def _words(text: str) -> list[str]:
    bare = ("".join(letter for letter in word if letter.isalnum()) for word in text.casefold().split())
    return [word for word in bare if word]


_KEYS: dict[Sort, Callable[[Occurrence], Any]] = {
    "left": _from_the_end,
    "right": lambda line: _words(line.right),
    "date": lambda line: line.article.published or "",
    "oldest": lambda line: line.article.published or "9",
    "source": lambda line: ((line.article.source or "").casefold(), line.article.published or ""),
}


def tail(text: str, width: int) -> str:
    """Return the end of ``text``, right-aligned in exactly ``width`` cells, without a word that is cut."""
    spare = cell_width(text) - width
    cut = 0
    if spare > 0:
        for _, stop, cells in clusters(text):
            cut, spare = stop, spare - cells
            if spare <= 0:
                break
    kept = text[cut:]
    if cut > 0 and not text[cut - 1].isspace() and " " in kept:
        kept = kept[kept.index(" ") + 1 :]
    return " " * (width - cell_width(kept)) + kept


def head(text: str, width: int) -> str:
    """Return the beginning of ``text`` in exactly ``width`` cells, without a word that is cut."""
    kept, used = text, 0
    for start, _, cells in clusters(text):
        if used + cells > width:
            kept = text[:start]
            kept = kept if text[start].isspace() or " " not in kept.strip() else kept[: kept.rindex(" ")]
            break
        used += cells
    return kept + " " * (width - cell_width(kept))
