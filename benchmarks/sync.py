"""What a folder of many files costs the library: the first sync, an unchanged second one, and the first list.

Usage: python -m benchmarks.sync [RECORDS.jsonl.xz] [--articles N] [--records] [--whole]. With ``--records``
they lie in one file of JSON lines. Without ``--whole`` a sync ends once all is indexed: names and stories
have benchmarks of their own. CPU time is that of this process and its workers.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import resource
import tempfile
from itertools import islice, pairwise
from pathlib import Path
from time import process_time

from benchmarks.pages import shared_folder
from briefreader import Library
from briefreader.model import Progress


def cpu() -> float:
    """Return the CPU seconds of this process and its workers."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def write_files(source: Path, folder: Path, limit: int) -> int:
    """Write each record as a Markdown file; return their size in bytes."""
    size = 0
    with lzma.open(source, "rt", encoding="utf-8") as records:
        for number, line in enumerate(islice(records, limit)):
            record = json.loads(line)
            front = "".join(
                f"{name}: {json.dumps(str(record.get(name) or ''))}\n" for name in ("title", "date")
            )
            path = folder / f"{number // 1000:03}" / f"{number:06}.md"
            path.parent.mkdir(exist_ok=True)
            size += path.write_text(f"---\n{front}---\n\n{record['body']}\n", encoding="utf-8")
    return size


def write_records(source: Path, folder: Path, limit: int) -> int:
    """Write the records as one file of JSON lines; return its size in bytes."""
    path = folder / "records.jsonl"
    with lzma.open(source) as packed, path.open("wb") as plain:
        plain.writelines(islice(packed, limit))
    return path.stat().st_size


def peak(who: int = resource.RUSAGE_SELF) -> int:
    """Return the largest memory that this process, or the largest of its workers, took, in megabytes."""
    return resource.getrusage(who).ru_maxrss // 1024


def measure(folder: Path, size: int, *, whole: bool) -> None:
    """Print the figures of one folder."""
    stages: list[tuple[str, float, int]] = []

    def is_enough() -> bool:
        return not whole and bool(stages) and stages[-1][0] == "entities"

    def note(progress: Progress) -> None:
        if not stages or stages[-1][0] != progress.stage:
            stages.append((progress.stage, cpu(), peak()))

    with Library.open(folder) as library:
        library.sync(progress=note, cancelled=is_enough)
        stages.append(("end", cpu(), peak()))
        for (stage, start, _), (_, end, most) in pairwise(stages):
            speed = size / 1e6 / max(end - start, 0.01)
            print(f"{stage}: {end - start:.1f} s CPU, {speed:.2f} MB/s, peak memory until then {most} MB")
        print(f"peak memory of a worker: {peak(resource.RUSAGE_CHILDREN)} MB")
    with Library.open(folder) as library:
        start = process_time()
        page = library.listing()[:50]
        print(f"first list, {len(page)} rows read: {1000 * (process_time() - start):.0f} ms CPU")
        start = cpu()
        stages.clear()
        library.sync(progress=note, cancelled=is_enough)
        print(f"unchanged second sync: {cpu() - start:.2f} s CPU")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--records", action="store_true", help="one file of JSON lines")
    parser.add_argument("--whole", action="store_true")
    wanted = parser.parse_args()
    source = wanted.records or shared_folder() / "data" / "news" / "mix100k.jsonl.xz"
    with tempfile.TemporaryDirectory() as base:
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = f"{base}/{name}"
        folder = Path(base) / "articles"
        folder.mkdir()
        write = write_records if wanted.records else write_files
        measure(folder, write(source, folder, wanted.articles), whole=wanted.whole)


if __name__ == "__main__":
    main()
