"""What it costs to mark everything that is listed, and to take that back.

    python -m benchmarks.marks [--articles 100000] [--folder DIR]

It reads the collection of ``benchmarks.ui``, with its cache; the marks go into a folder that is dropped.
"""

from __future__ import annotations

import os
import resource
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.ui_material import living_in, options, write_collection
from briefreader import Library

BEAT_S = 0.005


class Heart:
    """A thread that wants to run every few milliseconds, as the screen does, and notes its longest wait."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        threading.Thread(target=self._beat, daemon=True).start()

    def _beat(self) -> None:
        last = time.perf_counter()
        while True:
            time.sleep(BEAT_S)
            now = time.perf_counter()
            self.longest_s = max(self.longest_s, now - last - BEAT_S)
            last = now


def main() -> None:
    """Measure and print."""
    wanted = options(__doc__, articles=100_000, folder="briefreader-bench-ui")
    collection = write_collection(wanted.folder, wanted.articles)
    os.environ["XDG_CACHE_HOME"] = living_in(wanted.folder / "home")["XDG_CACHE_HOME"]
    with tempfile.TemporaryDirectory() as data:
        os.environ["XDG_DATA_HOME"] = data
        with Library.open(collection) as library:
            library.sync()
            measure(library, Path(data))


def measure(library: Library, data: Path) -> None:
    """Mark all articles in each way, then undo and redo."""
    ids = [each for each in library.column("id", library.listing().keys).values() if each]
    marks, heart = library.marks, Heart()
    steps: list[tuple[str, Callable[[], object]]] = [
        ("mark as read", lambda: marks.set_read(ids, True)),
        ("star", lambda: marks.set_starred(ids, True)),
        ("tag", lambda: marks.tag(ids, "bulk")),
        ("see whether all are read", lambda: marks.all_read(ids)),
        ("undo the tag", marks.undo),
        ("do it again", marks.redo),
    ]
    print(f"{len(ids):,} articles; {_peak_mib():.0f} MiB at the start")
    for name, step in steps:
        heart.longest_s, began = 0.0, time.process_time()
        step()
        spent = time.process_time() - began
        print(f"{name:26} {spent:5.2f} s CPU; another thread waits {heart.longest_s * 1000:3.0f} ms at most")
    (file,) = data.glob("briefreader/collections/*/marks.sqlite")
    print(f"{_peak_mib():.0f} MiB at most; {file.stat().st_size >> 20} MiB on disk")


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
