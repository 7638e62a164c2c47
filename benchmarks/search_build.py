"""Builds one engine's index in a process of its own and says what that took.

python -m benchmarks.search_build ENGINE DIRECTORY ARTICLES.jsonl.xz
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.search_engines import Article, Briefreader, Fts5, Rival, Tantivy, articles


def main() -> None:
    """Build, and print one line."""
    name, directory, source = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    makers: dict[str, Callable[[Path], Rival]] = {
        "briefreader": Briefreader,
        "FTS5": Fts5,
        "tantivy": Tantivy,
    }
    rival = makers[name](directory)
    reading = Reading(source)
    begun, wall = _cpu(), time.perf_counter()
    rival.build(reading)
    cpu, wall = _cpu() - begun - reading.cpu, time.perf_counter() - wall
    size = sum(file.stat().st_size for file in directory.rglob("*") if file.is_file()) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name}: {reading.count} articles, {reading.megabytes:.0f} MB: {reading.count / cpu:.0f} articles"
        f" ({reading.megabytes / cpu:.1f} MB) per CPU-second, {wall:.0f} s on the clock with reading them,"
        f" peak {peak:.0f} MB, {size:.0f} MB on disk = {size / reading.megabytes:.2f} x the text"
    )


class Reading:
    """The articles one by one; what unpacking and parsing them costs is nobody's indexing."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self.cpu, self.count, self.megabytes = 0.0, 0, 0.0

    def __iter__(self) -> Iterator[Article]:
        begun = _cpu()
        for article in articles(self._source):
            self.count += 1
            self.megabytes += len((article["title"] + article["body"]).encode()) / 1e6
            self.cpu += _cpu() - begun
            yield article
            begun = _cpu()


def _cpu() -> float:
    return time.process_time()


if __name__ == "__main__":
    main()
