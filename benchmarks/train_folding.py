"""Find the weights of the line model by Newton's method, and cross-validate them page by page.

Usage: python -m benchmarks.train_folding [PAGES.jsonl.gz]; prints the figures and the table of weights.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np

from benchmarks.pages import GoldPage, Score, label, load_pages, score, shared_folder
from benchmarks.transplants import SETTINGS, transplant
from briefreader.ingest.folding import model
from briefreader.ingest.folding.signs import SIGNS, signs
from briefreader.ingest.layout import paragraphs
from briefreader.ingest.lines import Line

_RIDGE = 20.0
_WEIGHT_OF_A_TEXT = 200.0
_SHARE_OF_CLEAN = 0.3
_SHARE_OF_TRANSPLANTS = 0.05
_FOLDS = 6
_RENDERINGS = ("as rendered", "not indented", "article alone")


@dataclass
class Example:
    """The lines of one rendering of a page, with what they show and what they are."""

    lines: list[Line]
    rows: list[tuple[float, ...]]
    labels: list[bool]
    weights: list[float]


Kinds = dict[str, list[tuple[GoldPage, list[Example]]]]
"""By kind of page: each page with its renderings."""


def examples(page: GoldPage, share: float = 1.0) -> list[Example]:
    """Return the page as rendered, without its indentation, and its article alone."""
    flat = "\n".join(line.strip() for line in page.text.split("\n"))
    return [
        _example(page.text, page.body, share),
        _example(flat, page.body, share),
        _example(page.body, page.body, share * (_SHARE_OF_CLEAN if share == 1.0 else 1.0)),
    ]


def _example(text: str, body: str, share: float) -> Example:
    lines = paragraphs(text)
    labels = [True] * len(lines) if text == body else label(lines, body)
    raw = [sqrt(max(1.0, line.words)) for line in lines]
    scale = share * _WEIGHT_OF_A_TEXT / sum(raw)
    return Example(lines, signs(lines), labels, [value * scale for value in raw])


def fit(data: list[Example]) -> tuple[list[float], float]:
    """Return the weights and the bias of a ridge logistic regression, by Newton's method."""
    rows = np.array([(1.0, *row) for example in data for row in example.rows], dtype=float)
    wanted = np.array([is_article for example in data for is_article in example.labels], dtype=float)
    shares = np.array([weight for example in data for weight in example.weights])
    spread = rows.std(axis=0)
    spread[spread == 0] = 1.0
    rows /= spread
    ridge = _RIDGE * np.eye(rows.shape[1])
    ridge[0, 0] = 0.0
    found = np.zeros(rows.shape[1])
    for _ in range(8):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (shares * (wanted - chance)) - ridge @ found
        bend = (rows * (shares * chance * (1 - chance))[:, None]).T @ rows + ridge
        found += np.linalg.solve(bend, slope)
    scaled = (found / spread).tolist()
    return scaled[1:], scaled[0]


def kept(example: Example, weights: list[float], bias: float) -> str:
    """Return the text that the model with these weights leaves of a page."""
    if not model.is_page(example.lines):
        return "\n".join(line.text for line in example.lines)
    odds = [bias + sum(w * x for w, x in zip(weights, row, strict=True)) for row in example.rows]
    folded = model.divide(example.lines, odds)
    return "\n".join(line.text for place, line in enumerate(example.lines) if place not in folded)


def main() -> None:
    """Cross-validate, then fit on all pages and print the table."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else shared_folder() / "data/pages/pages_dev.jsonl.gz"
    pages = load_pages(path)
    chance = random.Random(5)
    kinds = {"page": [(page, examples(page)) for page in pages]}
    for name, setting in SETTINGS.items():
        set_anew = [transplant(page, setting, chance) for page in pages]
        kinds[name] = [(page, examples(page, _SHARE_OF_TRANSPLANTS)) for page in set_anew]
    for name, scores in _cross_validated(kinds, len(pages)).items():
        told = ", ".join(f"{kind} {each.f1:.3f} ({each.recall:.3f})" for kind, each in scores.items())
        print(f"{name:14} held out, F1 (recall): {told}")
    weights, bias = fit([each for rows in kinds.values() for _, row in rows for each in row])
    for name, weight in zip(SIGNS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"BIAS = {bias:.2f}")


def _cross_validated(kinds: Kinds, size: int) -> dict[str, dict[str, Score]]:
    """Return the score of each kind of page in each rendering, by models that have not seen the page."""
    order = list(range(size))
    random.Random(7).shuffle(order)
    found: dict[str, list[list[tuple[str, str]]]] = {name: [[], [], []] for name in kinds}
    for fold in range(_FOLDS):
        held = set(order[fold::_FOLDS])
        seen = [e for rows in kinds.values() for i in range(size) if i not in held for e in rows[i][1]]
        weights, bias = fit(seen)
        for name, rows in kinds.items():
            for i in held:
                page, rendered = rows[i]
                for pairs, example in zip(found[name], rendered, strict=True):
                    pairs.append((page.body, kept(example, weights, bias)))
    return {name: dict(zip(_RENDERINGS, map(score, pairs), strict=True)) for name, pairs in found.items()}


if __name__ == "__main__":
    main()
