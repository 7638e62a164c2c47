"""Search over 100,000 articles: building, answering, adding one, against SQLite FTS5 and tantivy.

python -m benchmarks.search [SHARED] [--set news20k|mix100k] [--keep DIR] [--only NAME …]

Reads data/news/SET.jsonl.xz and its queries there. Times are CPU time of this process, its threads included;
the engines take turns at each query, so that a busy machine is unfair to all of them alike. Each query is
asked once in each of several passes, and every pass opens the engines anew, so that none answers from what it
remembers. With --keep the indexes are built only where DIR does not hold them yet.
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
from collections.abc import Callable, Mapping, Sequence
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
    makers = [(name, maker) for name, maker in _MAKERS if not options.only or name in options.only]

    def open_all() -> list[Rival]:
        return [maker(_built(name, keep / f"{options.set}-{name}", source)) for name, maker in makers]

    _ask(open_all, json.loads(queries.read_text()))
    _add(open_all(), source)
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


def _built(name: str, directory: Path, source: Path) -> Path:
    """Build in a process of its own, so that its peak of memory is its own."""
    if not directory.exists():
        command = [sys.executable, "-m", "benchmarks.search_build", name, str(directory), str(source)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)
    return directory


def _ask(open_all: Callable[[], Sequence[Rival]], queries: Sequence[tuple[str, list[str]]]) -> None:
    each: dict[tuple[str, int], list[float]] = {}
    totals: dict[tuple[str, int], int] = {}
    for _ in range(PASSES):
        rivals = open_all()
        for number, (kind, words) in enumerate(queries):
            for rival in rivals:
                begun = time.process_time()
                total = rival.run(kind, words)
                if total is not None:
                    each.setdefault((rival.name, number), []).append((time.process_time() - begun) * 1000)
                    totals[rival.name, number] = total
    for rival in rivals:
        _table(rival.name, [kind for kind, _ in queries], each, totals)


def _table(
    name: str,
    kinds: Sequence[str],
    each: Mapping[tuple[str, int], list[float]],
    totals: Mapping[tuple[str, int], int],
) -> None:
    print(f"\n| {name} | queries | p50 ms | p95 ms | max ms | articles found |\n|---|---|---|---|---|---|")
    for kind in [*dict.fromkeys(kinds), "all"]:
        chosen = [(name, number) for number, own in enumerate(kinds) if kind in (own, "all")]
        asked = [key for key in chosen if key in each]
        if asked:
            times = sorted(statistics.median(each[key]) for key in asked)
            found = sum(totals[key] for key in asked)
            p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
            median = statistics.median(times)
            print(f"| {kind} | {len(times)} | {median:.1f} | {p95:.1f} | {times[-1]:.1f} | {found} |")


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
    """Measure opening and a first answer in fresh processes, the bytecode written as an installer does."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(6):
        command = [sys.executable, "-c", _FIRST, str(directory)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
        times.append([float(word) * 1000 for word in done.stdout.split()])
    opening, whole = (statistics.median(values) for values in zip(*times[1:], strict=True))
    print(f"\nopening and the first answer: {opening:.0f} ms; with the start of Python {whole:.0f} ms")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
