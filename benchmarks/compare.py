"""How well sentences that report the same are told, links found and planted runs recovered, and how fast.

python -m benchmarks.compare [SHARED]    reads data/compare/ and seeds/ there
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from benchmarks.compare_data import article, json_lines, shared_file
from briefreader import Library
from briefreader.compare import compare, similarity
from briefreader.model import Article, Comparison, Span

Sentences = Mapping[str, tuple[int, int, int]]
"""Document, start and end of each hand-made sentence, by its id."""


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the mean of the precision at each hit of the ranking."""
    hits, total = 0, 0.0
    for rank, (_, hit) in enumerate(sorted(scored, key=lambda item: -item[0]), 1):
        hits += hit
        total += hits / rank if hit else 0.0
    return total / hits


def measure_pairs() -> None:
    rows = json_lines(shared_file("data/compare/sentence_pairs_dev.jsonl"))
    start = time.process_time()
    scored = [(similarity(row["a"], row["b"]), bool(row["same"])) for row in rows]
    spent = (time.process_time() - start) / len(rows) * 1e6
    print(f"sentence pairs: AP {average_precision(scored):.3f}, trained on these, {spent:.0f} µs a pair")


def _at(text: str, beginning: str, near: int) -> int:
    """Find where a hand-made sentence begins, nearest to where it was noted."""
    places = [place for place in range(len(text)) if text.startswith(beginning, place)]
    return min(places, key=lambda place: abs(place - near), default=-1)


def gold_sentences(data: dict[str, Any], texts: dict[int, str]) -> Sentences:
    """Return (document, start, end) of each hand-made sentence, by its id."""
    found = {}
    for document in data["docs"]:
        for sentence in document["sentences"]:
            words = " ".join(sentence["text"].split())
            start = _at(texts[document["doc"]], words[:30], sentence["start"])
            found[sentence["id"]] = (document["doc"], start, start + len(sentence["text"]))
    return found


def _linked(comparison: Comparison, gold: Sentences, pair: tuple[int, int]) -> Iterator[tuple[str, str, str]]:
    for link in comparison.links:
        for i in link.a:
            for j in link.b:
                ends = [
                    sentence_at(comparison.units[place][unit], gold, document)
                    for place, unit, document in ((0, i, pair[0]), (1, j, pair[1]))
                ]
                if ends[0] and ends[1]:
                    yield ends[0], ends[1], link.tier


def sentence_at(unit: Span, gold: Sentences, document: int) -> str | None:
    overlaps = [
        (min(unit.end, end) - max(unit.start, start), name)
        for name, (owner, start, end) in gold.items()
        if owner == document and unit.start < end and start < unit.end
    ]
    return max(overlaps)[1] if overlaps else None


def measure_seeds() -> None:
    path = shared_file("data/compare/seeds_alignment_gold_000_002_003.json")
    data = json.loads(path.read_text("utf-8"))
    wanted = {(link["a"], link["b"]) for link in data["alignments"]}
    files = {document["doc"]: document["file"] for document in data["docs"]}
    tiers: dict[tuple[str, str], str] = {}
    with Library.open(shared_file("seeds")) as library:
        library.sync()
        texts = {number: library.article(name).text for number, name in files.items()}
        gold = gold_sentences(data, texts)
        for pair in combinations(files, 2):
            comparison = library.compare(*(files[number] for number in pair))
            tiers |= {(a, b): tier for a, b, tier in _linked(comparison, gold, pair)}
    found = tiers.keys()
    hits = len(found & wanted)
    precision, recall = hits / max(1, len(found)), hits / len(wanted)
    f = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"hand-made links: P {precision:.3f} R {recall:.3f} F1 {f:.3f}; {hits} of {len(wanted)}")
    for tier in ("verbatim", "likely", "weak"):
        own = {ends for ends in found if tiers[ends] == tier}
        print(f"  {tier}: {len(own & wanted)} of {len(own)} right")


def _planted(
    rows: Sequence[dict[str, Any]], seed: int
) -> tuple[Article, Article, set[tuple[int, int]], set[tuple[int, int]]]:
    """Plant runs of 8 to 40 words of one text at shuffled places of another; return where they went."""
    chance = random.Random(seed)
    picked = chance.sample(list(rows), 40)
    words = [
        [word for row in half for s in row["sentences"] for word in s.split() if word.isalnum()]
        for half in (picked[:20], picked[20:])
    ]
    a, b = words[0][:2000], [f"{word}x" for word in words[1][:2000]]
    places_b = chance.sample(range(0, len(b) - 60, 60), 12)
    gold: list[set[tuple[int, int]]] = [set(), set()]
    for start, place in zip(range(0, len(a) - 60, len(a) // 13), places_b, strict=False):
        length = chance.randint(8, 40)
        b[place : place + length] = a[start : start + length]
        gold[0] |= {(seed, n) for n in range(start, start + length)}
        gold[1] |= {(seed, n) for n in range(place, place + length)}
    return article("a", [" ".join(a)]), article("b", [" ".join(b)]), gold[0], gold[1]


def measure_runs() -> None:
    rows = json_lines(shared_file("data/compare/stories_dev.jsonl"))
    right = found_words = gold_words = 0
    for seed in range(8):
        a, b, gold_a, gold_b = _planted(rows, seed)
        comparison = compare([a, b], [[], []], {})
        for side, one, gold in ((0, a, gold_a), (1, b, gold_b)):
            starts = {place: n for n, place in enumerate(_word_starts(one.text))}
            spans = [(run.a, run.b)[side] for link in comparison.links for run in link.runs]
            words = {
                (seed, starts[place]) for span in spans for place in starts if span.start <= place < span.end
            }
            right, found_words, gold_words = (
                right + len(words & gold),
                found_words + len(words),
                gold_words + len(gold),
            )
    print(f"planted runs, by words: P {right / found_words:.3f} R {right / gold_words:.3f}")


def _word_starts(text: str) -> list[int]:
    return [n for n in range(len(text)) if text[n] != " " and (n == 0 or text[n - 1] == " ")]


def measure_speed() -> None:
    rows = json_lines(shared_file("data/compare/stories_dev.jsonl"))
    sentences = [sentence for row in rows for sentence in row["sentences"]]
    long = [article(name, _of_length(sentences[start:], 2000)) for name, start in (("a", 0), ("b", 90))]
    for name in ("cold", "warm", "warm", "warm"):
        start_time = time.process_time()
        compare(long, [[], []], {})
        print(f"two articles of 2,000 words, {name}: {(time.process_time() - start_time) * 1000:.0f} ms CPU")


def _of_length(sentences: Sequence[str], words: int) -> list[str]:
    found: list[str] = []
    while sum(len(sentence.split()) for sentence in found) < words:
        found.append(sentences[len(found)])
    return found


def main() -> None:
    measure_speed()
    measure_pairs()
    measure_runs()
    measure_seeds()


if __name__ == "__main__":
    main()
