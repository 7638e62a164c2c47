"""What a reader over a slow line feels: bytes and CPU time for each key of the real program.

    python -m benchmarks.ui [--articles 100000] [--folder DIR]

Beside it, in the same run: a Textual app that only says hello, newsboat on a feed of 500 entries, less.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.ui_article import measure_article
from benchmarks.ui_material import living_in, options, records, text, write_collection
from benchmarks.ui_probe import Answer, Probe

HELLO = """
from textual.app import App, ComposeResult
from textual.widgets import Static
class Hello(App):
    def compose(self): yield Static("hello")
Hello().run()
"""
RUNS = 5
HELD = 60


def main() -> None:
    """Measure and print."""
    wanted = options(__doc__, articles=100_000, folder="briefreader-bench-ui")
    env = living_in(wanted.folder / "home")
    collection = write_collection(wanted.folder, wanted.articles)
    reader = [str(Path(sys.executable).parent / "briefreader"), str(collection)]
    index(reader, env)
    long_text = wanted.folder / "long.txt"
    long_text.write_text(text(20_000, random.Random(3)))
    starts(reader, env)
    reading(reader, env, wanted.articles)
    peers(wanted.folder, long_text, env)
    measure_article()


def index(reader: Sequence[str], env: Mapping[str, str]) -> None:
    """Bring the cache up to date, so that it is warm."""
    subprocess.run(
        [reader[0], "index", *reader[1:]], env={**os.environ, **env}, check=True, capture_output=True
    )


def starts(reader: Sequence[str], env: Mapping[str, str]) -> None:
    """Time the first painted list against a bare Textual app, in turns, both started once before."""
    hello: list[Answer] = []
    ours: list[Answer] = []
    with Probe(reader, env=env) as probe:
        probe.start(b"2022-")
    for _ in range(RUNS):
        with Probe([sys.executable, "-c", HELLO], env=env) as probe:
            hello.append(probe.start(b"hello"))
        with Probe(reader, env=env) as probe:
            ours.append(probe.start(b"2022-"))
    for name, answers in (("a Textual hello", hello), ("briefreader", ours)):
        cpu = statistics.median(answer.cpu_ms for answer in answers)
        wall = statistics.median(answer.last_ms for answer in answers)
        print(f"{name:26} first painted after {cpu:6.0f} ms CPU, {wall:6.0f} ms on the clock")


def reading(reader: Sequence[str], env: Mapping[str, str], articles: int) -> None:
    """Press the keys of a reader."""
    with Probe(reader, env=env) as probe:
        probe.start(b"2022-")
        probe.settle(3)
        print(
            f"{'briefreader':26} {probe.rss_mib():.0f} MiB with {articles:,} articles, once it is at rest; "
            f"{probe.helpers_mib():.0f} in helpers that look for changed files"
        )
        show("row down, 50 rows", [probe.key("down", quiet=0.06) for _ in range(50)])
        probe.settle(1)
        held = probe.hold("down", HELD, every=1 / 30)
        print(f"{'':26} held: {held.bytes / HELD:.0f} bytes, {held.cpu_ms / HELD:.1f} ms CPU a row")
        show("page down in the list", [at_rest(probe).key("pgdn", quiet=0.06) for _ in range(5)])
        probe.key("home", quiet=1)
        probe.key("enter", quiet=1)
        probe.key("m", quiet=1)
        show("next name, same screen", [probe.key(key) for key in "mM" * 5])
        show("next name, onwards", [probe.key("m") for _ in range(10)])
        show("line down in the article", [probe.key("down") for _ in range(10)])
        show("page down in the article", [probe.key("pgdn") for _ in range(10)])
        probe.key("z", quiet=1)
        show("line up, article alone", [probe.key("up") for _ in range(10)])
        probe.settle(2)
        idle = probe.idle(5)
        print(f"{'':26} idle for 5 s: {idle.bytes} bytes, {idle.cpu_ms:.0f} ms CPU")


def at_rest(probe: Probe) -> Probe:
    """Wait until the article under the cursor is shown beside the list."""
    probe.settle(1)
    return probe


def show(what: str, answers: Sequence[Answer]) -> None:
    """Print the mean of the bytes and the median of the times of keys, and the most of each."""
    mean = statistics.mean(answer.bytes for answer in answers)
    most = max(answer.bytes for answer in answers)
    cpu = statistics.median(answer.cpu_ms for answer in answers)
    worst = max(answer.cpu_ms for answer in answers)
    last = sorted(answer.last_ms for answer in answers)
    print(
        f"{what:26} {mean:7.0f} bytes a key (most {most:6}), CPU p50 {cpu:5.1f} ms (most {worst:5.1f}), "
        f"on the clock p50 {last[len(last) // 2]:5.1f} ms, slowest {last[-1]:5.1f}"
    )


def peers(folder: Path, long_text: Path, env: Mapping[str, str]) -> None:
    """Press the same keys in less and newsboat, where they are installed."""
    if shutil.which("less"):
        with Probe(["less", str(long_text)], env=env) as probe:
            probe.settle()
            show("less: line down", [probe.key("j") for _ in range(10)])
            show("less: page down", [probe.key("pgdn") for _ in range(5)])
    if shutil.which("newsboat"):
        newsboat(folder, env)


def newsboat(folder: Path, env: Mapping[str, str]) -> None:
    """Go down the list of a feed of 500 entries."""
    entries = "".join(
        f"<item><title>{entry['title']}</title><guid>{entry['id']}</guid></item>" for entry in records(500)
    )
    (folder / "feed.xml").write_text(f"<rss version='2.0'><channel><title>t</title>{entries}</channel></rss>")
    (folder / "urls").write_text(f"file://{folder / 'feed.xml'}\n")
    command = ["newsboat", "-u", str(folder / "urls"), "-c", str(folder / "boat.db"), "-r"]
    with Probe(command, env=env) as probe:
        probe.settle(3)
        probe.key("enter", quiet=1)
        show("newsboat: row down", [probe.key("down") for _ in range(50)])
        show("newsboat: page down", [probe.key("pgdn") for _ in range(5)])


if __name__ == "__main__":
    main()
