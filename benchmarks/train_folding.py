"""Find the weights of the line model by Newton's method, and cross-validate them page by page.

Usage: python -m benchmarks.train_folding [PAGES.jsonl.gz]; prints the figures and the table of weights.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path

from benchmarks.pages import GoldPage, label, load_pages, score, shared_folder
from briefreader.ingest.folding import model
from briefreader.ingest.folding.signs import SIGNS, signs
from briefreader.ingest.layout import paragraphs
from briefreader.ingest.lines import Line

_RIDGE = 20.0
_WEIGHT_OF_A_TEXT = 200.0
_SHARE_OF_CLEAN = 0.3
_FOLDS = 6


@dataclass
class Example:
    """The lines of one rendering of a page, with what they show and what they are."""

    lines: list[Line]
    rows: list[tuple[float, ...]]
    labels: list[bool]
    weights: list[float]


def examples(page: GoldPage) -> list[Example]:
    """Return the page as rendered, without its indentation, and its article alone."""
    flat = "\n".join(line.strip() for line in page.text.split("\n"))
    return [
        _example(page.text, page.body, 1.0),
        _example(flat, page.body, 1.0),
        _example(page.body, page.body, _SHARE_OF_CLEAN),
    ]


def _example(text: str, body: str, share: float) -> Example:
    lines = paragraphs(text)
    labels = [True] * len(lines) if text == body else label(lines, body)
    raw = [sqrt(max(1.0, line.words)) for line in lines]
    scale = share * _WEIGHT_OF_A_TEXT / sum(raw)
    return Example(lines, signs(lines), labels, [value * scale for value in raw])


def fit(data: list[Example]) -> tuple[list[float], float]:
    """Return the weights and the bias of a ridge logistic regression, by Newton's method."""
    rows = [(1.0, *map(float, row)) for example in data for row in example.rows]
    wanted = [float(is_article) for example in data for is_article in example.labels]
    shares = [weight for example in data for weight in example.weights]
    size = len(SIGNS) + 1
    spread = [1.0, *(_deviation([row[i] for row in rows]) for i in range(1, size))]
    rows = [tuple(value / by for value, by in zip(row, spread, strict=True)) for row in rows]
    found = [0.0] * size
    for _ in range(8):
        step = _newton_step(rows, wanted, shares, found)
        found = [old + change for old, change in zip(found, step, strict=True)]
    scaled = [value / by for value, by in zip(found, spread, strict=True)]
    return scaled[1:], scaled[0]


def _newton_step(
    rows: list[tuple[float, ...]], wanted: list[float], shares: list[float], found: list[float]
) -> list[float]:
    size = len(found)
    slope = [-_RIDGE * value if i else 0.0 for i, value in enumerate(found)]
    bend = [[_RIDGE * (i == j and i > 0) for j in range(size)] for i in range(size)]
    for row, target, share in zip(rows, wanted, shares, strict=True):
        odds = sum(map(float.__mul__, row, found))
        chance = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
        pull, curve = share * (target - chance), share * chance * (1 - chance)
        for i, value in enumerate(row):
            if value:
                slope[i] += pull * value
                line, part = bend[i], curve * value
                for j in range(i + 1):
                    line[j] += part * row[j]
    for i in range(size):
        for j in range(i + 1, size):
            bend[i][j] = bend[j][i]
    return _solve(bend, slope)


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by elimination."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - known) / rows[i][i]
    return found


def _deviation(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / len(values)) or 1.0


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
    data = [examples(page) for page in pages]
    order = list(range(len(pages)))
    random.Random(7).shuffle(order)
    found: list[list[tuple[str, str]]] = [[], [], []]
    for fold in range(_FOLDS):
        held = order[fold::_FOLDS]
        weights, bias = fit([e for i in order if i not in held for e in data[i]])
        for i in held:
            for pairs, example in zip(found, data[i], strict=True):
                pairs.append((pages[i].body, kept(example, weights, bias)))
    for name, pairs in zip(("as rendered", "not indented", "article alone"), found, strict=True):
        print(f"{name:14} held out: {score(pairs)}")
    weights, bias = fit([example for page in data for example in page])
    for name, weight in zip(SIGNS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"BIAS = {bias:.2f}")


if __name__ == "__main__":
    main()
