"""How well search ranks: mean average precision and nDCG@10 on the Cranfield collection.

python -m benchmarks.relevance [SHARED]    reads data/relevance/cranfield there

Codes 1 to 4 of the judgements are relevant, with the gain 5 - code. Each question is asked as its words, any
of which may match; stop words are left out, as a reader leaves them out.
"""

from __future__ import annotations

import math
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.search_ignorance import Ignorant
from briefreader.search import Engine, IndexDocument
from briefreader.search.engine import WhooshEngine
from briefreader.search.evaluate.ranking import Ranking
from briefreader.search.words import STOP_WORDS

_RANKINGS = {
    "as Whoosh ranks": Ranking(other_forms=1.0, title=1.0),
    "briefreader": Ranking(),
}


def main() -> None:
    """Print a table in Markdown."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("BRIEFREADER_SHARED", "../shared"))
    folder = shared / "data" / "relevance" / "cranfield"
    if not folder.exists():
        print(f"skipped: {folder} is missing; name the shared folder as argument or in BRIEFREADER_SHARED")
        return
    questions = [_part(record, "W") for record in _records(folder / "cran.qry")]
    gains = _judgements(folder / "cranqrel")
    print("| ranking | MAP | nDCG@10 |\n|---|---|---|")
    for name, ranking in _RANKINGS.items():
        with tempfile.TemporaryDirectory() as scratch:
            engine = WhooshEngine(Path(scratch) / "index", Ignorant(), ranking)
            engine.update(_documents(folder / "cran.all.1400"))
            precision, gain = _evaluate(engine, questions, gains)
        print(f"| {name} | {precision:.4f} | {gain:.4f} |")


def _records(path: Path) -> list[str]:
    return re.split(r"^\.I ", path.read_text(), flags=re.MULTILINE)[1:]


def _part(record: str, letter: str) -> str:
    found = re.search(rf"^\.{letter}\n(.*?)(?=^\.[A-Z]$|\Z)", record, re.DOTALL | re.MULTILINE)
    return found[1].strip() if found else ""


def _documents(path: Path) -> Iterator[IndexDocument]:
    for record in _records(path):
        key, _ = record.split("\n", 1)
        yield IndexDocument(key=int(key), title=_part(record, "T"), body=_part(record, "W"))


def _judgements(path: Path) -> dict[int, dict[int, int]]:
    gains: dict[int, dict[int, int]] = {}
    for line in path.read_text().splitlines():
        question, document, code = map(int, line.split()[:3])
        if 1 <= code <= 4:
            gains.setdefault(question, {})[document] = 5 - code
    return gains


def _evaluate(
    engine: Engine, questions: Sequence[str], gains: Mapping[int, Mapping[int, int]]
) -> tuple[float, float]:
    precisions, ndcgs = [], []
    for number, question in enumerate(questions, 1):
        if number in gains:
            words = [word for word in re.findall(r"[a-z0-9]+", question.lower()) if word not in STOP_WORDS]
            ranked = engine.search(" OR ".join(words), limit=0).keys[:1000].tolist()
            precisions.append(_average_precision(ranked, gains[number]))
            ndcgs.append(_ndcg(ranked[:10], gains[number]))
    return sum(precisions) / len(precisions), sum(ndcgs) / len(ndcgs)


def _average_precision(ranked: Sequence[int], gains: Mapping[int, int]) -> float:
    hits, total = 0, 0.0
    for place, key in enumerate(ranked, 1):
        if key in gains:
            hits += 1
            total += hits / place
    return total / len(gains)


def _ndcg(ranked: Sequence[int], gains: Mapping[int, int]) -> float:
    best = sorted(gains.values(), reverse=True)[:10]
    return _dcg([gains.get(key, 0) for key in ranked]) / _dcg(best)


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))


if __name__ == "__main__":
    main()
