"""Search over 100,000 articles: building, answering, adding one, against SQLite FTS5 and tantivy.

python -m benchmarks.search [SHARED] [--set news20k|mix100k] [--keep DIR] [--only NAME …]

Reads data/news/SET.jsonl.xz and its queries there. Times are CPU time of this process, its threads included; the
engines take turns at each query, so that a busy machine is unfair to all of them alike. With --keep the indexes
are built only where DIR does not hold them yet.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.search_engines import Briefreader, Fts5, Rival, Tantivy, articles

PASSES = 3
ADDED = 20
_MAKERS: tuple[tuple[str, Callable[[Path], Rival]], ...] = (
    ("briefreader", Briefreader),
    ("FTS5", Fts5),
    ("tantivy", Tantivy),
)
_FIRST = """
import sys, time
from pathlib import Path
from benchmarks.search_engines import Bodies
from briefreader.search import open_engine
begun = time.process_time()
engine = open_engine(Path(sys.argv[1]) / "index", Bodies(Path(sys.argv[1]) / "bodies.db"))
engine.search("security talks")
print(time.process_time() - begun, time.process_time())
"""


def main() -> None:
    """Measure and print a table in Markdown."""
    options = _options()
    news = options.shared / "data" / "news"
    source, queries = news / f"{options.set}.jsonl.xz", news / f"q_{options.set}.json"
    if not source.exists():
        print(f"skipped: {source} is missing; name the shared folder as argument or in BRIEFREADER_SHARED")
        return
    keep = Path(options.keep) if options.keep else Path(tempfile.mkdtemp())
    rivals = []
    for name, maker in _MAKERS:
        if not options.only or name in options.only:
            rivals.append(_built(name, maker, keep / f"{options.set}-{name}", source))
    _ask(rivals, json.loads(queries.read_text()))
    _add(rivals, source)
    if not options.only or "briefreader" in options.only:
        _open(keep / f"{options.set}-briefreader")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    default = os.environ.get("BRIEFREADER_SHARED", "../shared")
    parser.add_argument("shared", nargs="?", type=Path, default=Path(default))
    parser.add_argument("--set", default="mix100k", choices=("news20k", "mix100k"))
    parser.add_argument("--keep")
    parser.add_argument("--only", nargs="*")
    return parser.parse_args()


def _built(name: str, maker: Callable[[Path], Rival], directory: Path, source: Path) -> Rival:
    """Build in a process of its own, so that its peak of memory is its own."""
    if not directory.exists():
        command = [sys.executable, "-m", "benchmarks.search_build", name, str(directory), str(source)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)
    return maker(directory)


def _ask(rivals: Sequence[Rival], queries: Sequence[tuple[str, list[str]]]) -> None:
    times: dict[tuple[str, str], list[float]] = {}
    totals: dict[tuple[str, str], int] = {}
    for kind, words in queries:
        for rival in rivals:
            each = [_timed(rival, kind, words) for _ in range(PASSES)]
            answered = [(cpu, total) for cpu, total in each if total is not None]
            if answered:
                times.setdefault((rival.name, kind), []).append(statistics.median(cpu for cpu, _ in answered))
                totals[rival.name, kind] = totals.get((rival.name, kind), 0) + int(answered[0][1])
    kinds = list(dict.fromkeys(kind for kind, _ in queries))
    for rival in rivals:
        print(
            f"\n| {rival.name} | queries | p50 ms | p95 ms | max ms | articles found |\n|---|---|---|---|---|---|"
        )
        for kind in kinds:
            if (rival.name, kind) in times:
                print(_row(kind, times[rival.name, kind], totals[rival.name, kind]))
        every = [cpu for (name, _), some in times.items() if name == rival.name for cpu in some]
        print(_row("all", every, sum(n for (name, _), n in totals.items() if name == rival.name)))


def _timed(rival: Rival, kind: str, words: Sequence[str]) -> tuple[float, int | None]:
    begun = time.process_time()
    total = rival.run(kind, words)
    return (time.process_time() - begun) * 1000, total


def _row(kind: str, times: list[float], total: int) -> str:
    times = sorted(times)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    return (
        f"| {kind} | {len(times)} | {statistics.median(times):.1f} | {p95:.1f} | {times[-1]:.1f} | {total} |"
    )


def _add(rivals: Sequence[Rival], source: Path) -> None:
    print("\n| one more article | p50 ms | max ms |\n|---|---|---|")
    for rival in rivals:
        times = []
        for number, article in enumerate(islice(articles(source), ADDED), 1_000_000):
            begun = time.process_time()
            rival.add(number, article | {"title": f"bulletin {number}"})
            rival.run("rare", ["bulletin", str(number)])
            times.append((time.process_time() - begun) * 1000)
        print(f"| {rival.name} | {statistics.median(times):.1f} | {max(times):.1f} |")


def _open(directory: Path) -> None:
    """Measure opening and a first answer in fresh processes."""
    times = []
    for _ in range(5):
        command = [sys.executable, "-c", _FIRST, str(directory)]
        words = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        times.append([float(word) * 1000 for word in words])
    opening, whole = (statistics.median(values) for values in zip(*times, strict=True))
    print(
        f"\nopening and the first answer: {opening:.0f} ms; with starting Python and all imports {whole:.0f} ms"
    )
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
