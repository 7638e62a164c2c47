"""How fast records and files are read, and in how much memory: CPU time of this process, before any indexing.

Usage: python -m benchmarks.import_speed [RECORDS.jsonl.xz] [--articles N] [--files].
"""

from __future__ import annotations

import argparse
import json
import lzma
import resource
import shutil
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import process_time

from benchmarks.pages import shared_folder
from briefreader.ingest import ReadArticle, read_file, scan
from briefreader.model import Skipped


def read_all(folder: Path) -> tuple[int, int]:
    """Read every file of a folder and return how many articles and how many failures there were."""
    articles = skipped = 0
    for found in scan([folder]):
        if isinstance(found, Skipped):
            skipped += 1
            continue
        for item in read_file(found.path, relative=found.relative):
            articles += isinstance(item, ReadArticle)
            skipped += isinstance(item, Skipped)
    return articles, skipped


def as_records(source: Path, folder: Path, limit: int) -> int:
    """Unpack the records into one file and return its size in bytes."""
    target = folder / "records.jsonl"
    with lzma.open(source) as packed, target.open("wb") as plain:
        shutil.copyfileobj(packed, plain) if not limit else plain.writelines(islice(packed, limit))
    return target.stat().st_size


def as_files(source: Path, folder: Path, limit: int) -> int:
    """Write each record to a text file of its own and return their size in bytes."""
    total = 0
    for number, record in enumerate(_records(source, limit)):
        home = folder / f"{number // 1000:03}"
        home.mkdir(exist_ok=True)
        text = f"{record['title']}\n\n{record['body']}\n".encode("utf-8", "replace")
        (home / f"{number:06}.txt").write_bytes(text)
        total += len(text)
    return total


def _records(source: Path, limit: int) -> Iterator[dict[str, str]]:
    with lzma.open(source, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, limit or None))


def main() -> None:
    """Print articles, megabytes a second and the peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=0, help="read only so many")
    parser.add_argument("--files", action="store_true", help="a text file for each article")
    chosen = parser.parse_args()
    source = chosen.records or shared_folder() / "data/news/mix100k.jsonl.xz"
    with tempfile.TemporaryDirectory() as name:
        size = (as_files if chosen.files else as_records)(source, Path(name), chosen.articles)
        started = process_time()
        articles, skipped = read_all(Path(name))
        took = process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{articles:,} articles, {skipped:,} skipped, {size / 1e6:.1f} MB in {took:.1f} s of CPU:", end=" ")
    print(f"{size / 1e6 / took:.2f} MB/s, {articles / took:,.0f} articles/s; peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
