"""Beside Recoll: the same folder of text files indexed by each, and the same queries asked of each.

python -m benchmarks.recoll [SHARED] [--articles N]

Needs recollindex and Recoll's Python module for the system's Python (Debian: recollcmd, python3-recoll), and
data/news/news20k.jsonl.xz with its queries in SHARED. CPU time, child processes counted in; a query is asked
as a user would see it answered: the best 20 with passages, and the total. Three passes, the median of each.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import islice
from pathlib import Path

from benchmarks.search_engines import articles

SYSTEM_PYTHON = "/usr/bin/python3"
KINDS = ("common", "rare", "and2", "and3", "phrase", "prefix")
_PASSES = 3
_ASK_RECOLL = """
import json, sys, time
from recoll import recoll
database = recoll.connect(confdir=sys.argv[1])
for text in json.load(sys.stdin):
    begun = time.process_time()
    query = database.query()
    total = query.execute(text)
    shown = [(found.url, query.makedocabstract(found)) for found in query.fetchmany(20)]
    print(time.process_time() - begun, total)
"""
_ASK_US = """
import json, sys, time
from briefreader import Library
with Library.open(sys.argv[1]) as library:
    library.search("warm")
    for text in json.load(sys.stdin):
        begun = time.process_time()
        total = library.search(text, limit=20).total
        print(time.process_time() - begun, total)
"""
Answers = list[tuple[float, int]]


def main() -> None:
    """Index with both, ask both, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    shared = Path(os.environ.get("BRIEFREADER_SHARED", "../shared"))
    parser.add_argument("shared", nargs="?", type=Path, default=shared)
    parser.add_argument("--articles", type=int, default=20_000)
    options = parser.parse_args()
    news = options.shared / "data" / "news"
    if why := _missing(news / "news20k.jsonl.xz"):
        print(f"skipped: {why}")
        return
    with tempfile.TemporaryDirectory() as place:
        _compare(Path(place), news, options.articles)


def _missing(source: Path) -> str | None:
    if not shutil.which("recollindex"):
        return "recollindex is not installed"
    module = [SYSTEM_PYTHON, "-c", "from recoll import recoll"]
    if subprocess.run(module, capture_output=True, check=False).returncode:
        return f"{SYSTEM_PYTHON} has no module recoll"
    return None if source.exists() else f"{source} is missing; name the shared folder as argument"


def _compare(place: Path, news: Path, count: int) -> None:
    folder = place / "articles"
    size = _write(folder, news / "news20k.jsonl.xz", count)
    print(f"{count:,} text files, {size / 1e6:.1f} MB")
    print("\n| | index, s CPU | index, MB |\n|---|---|---|")
    environment = os.environ | {f"XDG_{name}_HOME": f"{place}/{name}" for name in ("CACHE", "DATA", "STATE")}
    (place / "recoll").mkdir()
    (place / "recoll" / "recoll.conf").write_text(f"topdirs = {folder}\nnoaspell = 1\n", "utf-8")
    spent = _cpu_of(["recollindex", "-c", str(place / "recoll")], environment)
    print(f"| Recoll | {spent:.1f} | {_size(place / 'recoll') / 1e6:.1f} |")
    spent = _cpu_of([sys.executable, "-m", "briefreader", "index", str(folder)], environment)
    print(f"| briefreader, names and stories as well | {spent:.1f} | {_size(place / 'CACHE') / 1e6:.1f} |")
    queries = [(kind, words) for kind, words in json.loads((news / "q_news20k.json").read_text())]
    asked = [(kind, _text(kind, words)) for kind, words in queries if kind in KINDS]
    texts = [text for _, text in asked]
    ours = [_ask([sys.executable, "-c", _ASK_US, str(folder)], texts, environment) for _ in range(_PASSES)]
    recoll = [SYSTEM_PYTHON, "-c", _ASK_RECOLL, str(place / "recoll")]
    theirs = [_ask(recoll, texts, environment) for _ in range(_PASSES)]
    _table([kind for kind, _ in asked], ours, theirs)


def _write(folder: Path, source: Path, count: int) -> int:
    folder.mkdir()
    written = 0
    for number, article in enumerate(islice(articles(source), count)):
        text = f"{article['title']}\n\n{article['body']}\n"
        written += (folder / f"{number:06}.txt").write_text(text, "utf-8")
    return written


def _cpu_of(call: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, env=environment, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _text(kind: str, words: list[str]) -> str:
    text = " ".join(words)
    return {"phrase": f'"{text}"', "prefix": f"{text}*"}.get(kind, text)


def _ask(call: list[str], texts: list[str], environment: dict[str, str]) -> Answers:
    done = subprocess.run(
        call, input=json.dumps(texts), env=environment, capture_output=True, text=True, check=True
    )
    rows = [line.split() for line in done.stdout.splitlines()]
    return [(1000 * float(seconds), int(total)) for seconds, total in rows]


def _table(kinds: list[str], ours: list[Answers], theirs: list[Answers]) -> None:
    print(
        "\n| query | ours p50 ms | max | found | Recoll p50 ms | max | found |\n|---|---|---|---|---|---|---|"
    )
    by_kind: dict[str, list[int]] = defaultdict(list)
    for number, kind in enumerate(kinds):
        by_kind[kind].append(number)
        by_kind["all"].append(number)
    for kind, numbers in sorted(by_kind.items(), key=lambda each: each[0] == "all"):
        print(f"| {kind} ({len(numbers)}) | {_cells(numbers, ours)} | {_cells(numbers, theirs)} |")


def _cells(numbers: list[int], passes: list[Answers]) -> str:
    times = [statistics.median(answers[number][0] for answers in passes) for number in numbers]
    found = sum(passes[0][number][1] for number in numbers)
    return f"{statistics.median(times):.1f} | {max(times):.1f} | {found:,}"


if __name__ == "__main__":
    main()
