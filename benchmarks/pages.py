"""The web pages to measure import on, and the score of the article-extraction-benchmark of Scrapinghub."""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from briefreader.ingest.lines import Line
from briefreader.model import Article

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4


@dataclass(frozen=True)
class GoldPage:
    """A page: its HTML, the same rendered to plain text, and the text of the article in it."""

    id: str
    html: str
    text: str
    body: str


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of a set of pages, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two means, as the benchmark takes it."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        return f"precision {self.precision:.4f}  recall {self.recall:.4f}  F1 {self.f1:.4f}"


def shared_folder() -> Path:
    """Return the folder of benchmark data from BRIEFREADER_SHARED, or end the program saying so."""
    folder = Path(os.environ.get("BRIEFREADER_SHARED", "../shared"))
    if not folder.is_dir():
        sys.exit(f"No benchmark data at {folder}: set BRIEFREADER_SHARED, or give the file.")
    return folder


def load_pages(path: Path) -> list[GoldPage]:
    """Read pages from gzipped JSON lines with id, html, text and body."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [GoldPage(row["id"], row["html"], row["text"], row["body"]) for row in rows]


def article_text(article: Article) -> str:
    """Return what is left of an article's text when its folds are closed."""
    parts, start = [], 0
    for fold in article.folds:
        parts.append(article.text[start : fold.start])
        start = fold.end
    return "\n".join([*parts, article.text[start:]])


def score(pairs: Iterable[tuple[str, str]]) -> Score:
    """Return the score of (gold text, found text) pairs over their runs of four words."""
    counts = [_count(gold, found) for gold, found in pairs]
    precisions = [hit / (hit + extra) if hit else 0.0 for hit, extra, _ in counts if hit + extra]
    recalls = [hit / (hit + missed) if hit else 0.0 for hit, _, missed in counts if hit + missed]
    return Score(mean(precisions), mean(recalls))


def is_article_line(line: Line, body: str, shingles: set[tuple[str, ...]]) -> bool | None:
    """Tell whether ``line`` stands in the gold ``body``; None where it is too short to tell alone."""
    tokens = _TOKEN.findall(line.text.lower())
    if len(tokens) >= _SHINGLE:
        runs = list(zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False))
        return sum(run in shingles for run in runs) * 2 >= len(runs)
    if tokens and f" {' '.join(tokens)} " in body:
        return None
    return False


def label(lines: list[Line], body: str) -> list[bool]:
    """Return which of ``lines`` belong to the gold ``body``; a short one does beside a longer that does."""
    tokens = _TOKEN.findall(body.lower())
    joined = f" {' '.join(tokens)} "
    shingles = set(zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False))
    first = [is_article_line(line, joined, shingles) for line in lines]
    return [
        any(near is True for near in first[max(0, place - 4) : place + 5]) if found is None else found
        for place, found in enumerate(first)
    ]


def _count(gold: str, found: str) -> tuple[int, int, int]:
    """Return how many runs of four words were hit, extra and missed."""
    wanted, given = _runs(gold), _runs(found)
    hit = (wanted & given).total()
    return hit, given.total() - hit, wanted.total() - hit


def _runs(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if len(tokens) < _SHINGLE:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False))
