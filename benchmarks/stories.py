"""How well articles are grouped by story as they arrive, how well near-duplicates are found, and how fast.

python -m benchmarks.stories [SHARED]    reads data/compare/stories_dev.jsonl there
"""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from benchmarks.compare_data import article, edited_copy, json_lines, shared_file
from briefreader.compare import StoryBook, StoryRow, digest
from briefreader.model import Article

COPY = "copy of "


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Return precision, recall and F of a grouping (Bagga and Baldwin 1998)."""
    by_found: dict[str, set[str]] = defaultdict(set)
    by_gold: dict[str, set[str]] = defaultdict(set)
    for name in gold:
        by_found[found[name]].add(name)
        by_gold[gold[name]].add(name)
    both = {name: len(by_found[found[name]] & by_gold[gold[name]]) for name in gold}
    precision = sum(both[name] / len(by_found[found[name]]) for name in gold) / len(gold)
    recall = sum(both[name] / len(by_gold[gold[name]]) for name in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def book_of(articles: Sequence[Article]) -> StoryBook:
    book = StoryBook()
    for one in articles:
        book.add(StoryRow(one, digest(one)))
    return book


def grouped(articles: Sequence[Article]) -> dict[str, str]:
    """Feed articles one by one; return the story of each, its own id where it stands alone."""
    found = {one.id: one.id for one in articles}
    stories = book_of(articles).stories().stories
    return found | {name: story.id for story in stories for name in story.articles}


def measure_stories(rows: Sequence[dict[str, Any]]) -> None:
    gold = {row["id"]: row["story"] for row in rows}
    articles = [article(row["id"], row["sentences"]) for row in rows]
    grouped(articles[:20])  # so that reading the word tables is not counted
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        start = time.process_time()
        found = grouped(articles)
        spent = time.process_time() - start
        precision, recall, f = b_cubed(found, gold)
        print(
            f"stories, order {seed}: B-cubed P {precision:.3f} R {recall:.3f} F {f:.3f},"
            f" {len(rows) / spent:.0f} articles per CPU second"
        )


def _shingles(sentences: Sequence[str]) -> set[tuple[str, ...]]:
    words = " ".join(sentences).lower().split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _reprints(rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return for each original the first it shares a fifth of its word sequences with, by any chain.

    Agency stories that several papers printed are near-duplicates to begin with, and no false alarm.
    """
    sets = {row["id"]: _shingles(row["sentences"]) for row in rows}
    root = {name: name for name in sets}
    for a, b in combinations(sets, 2):
        if len(sets[a] & sets[b]) > 0.2 * min(len(sets[a]), len(sets[b])):
            old, new = root[b], root[a]
            root.update({name: new for name, known in root.items() if known == old})
    return root


def measure_duplicates(rows: Sequence[dict[str, Any]], **strength: tuple[float, float]) -> None:
    long = [row for row in rows if sum(map(len, row["sentences"])) > 800]
    words = sorted({word for row in rows for sentence in row["sentences"] for word in sentence.split()})
    copies = [
        {"id": COPY + row["id"], "sentences": edited_copy(row["sentences"], seed, words, **strength)}
        for seed, row in enumerate(long[::2])
    ]
    articles = [article(row["id"], row["sentences"]) for row in [*long, *copies]]
    random.Random(1).shuffle(articles)
    groups = book_of(articles).stories().duplicates
    found = {frozenset((a, b)) for group in groups for a in group.articles for b in group.articles if a < b}
    gold = {frozenset((row["id"], row["id"].removeprefix(COPY))) for row in copies}
    reprints = _reprints(long)
    wrong = [pair for pair in found - gold if len({reprints[name.removeprefix(COPY)] for name in pair}) > 1]
    hits = len(found & gold)
    said = ", ".join(f"{name} {low:.0%} to {high:.0%}" for name, (low, high) in strength.items())
    said = said or "kept 60% to 100%, reworded 10% to 30%"
    print(
        f"edited copies of {len(gold)} among {len(articles)} ({said}):"
        f" recall {hits / len(gold):.3f} precision {hits / max(1, hits + len(wrong)):.3f}"
    )


def main() -> None:
    rows = json_lines(shared_file("data/compare/stories_dev.jsonl"))
    measure_stories(rows)
    measure_duplicates(rows)
    for share in (0.2, 0.3):
        measure_duplicates(rows, kept=(1.0, 1.0), reworded=(share, share))
        measure_duplicates(rows, kept=(0.6, 0.6), reworded=(share, share))


if __name__ == "__main__":
    main()
