"""What a reader sees who types a query over 100,000 articles: when each letter stands there, when the hits.

    python -m benchmarks.search_typing [SHARED] [--home DIR] [--pause MS] [--query TEXT …]

Reads data/news/mix100k.jsonl.xz in SHARED. The real program runs on a pseudo-terminal; what it paints is kept
by a terminal emulator and looked at after every read. Keys come at a steady pace, whether or not the answer
to the one before stands there. ``echo`` is from pressing a key until its letter stands in the search bar,
``answer`` from the last key of a query until the count of its hits does. Times are on the clock, so that a
busy machine makes them longer. With --home the collection is unpacked and indexed only where DIR does not
hold it yet.
"""

from __future__ import annotations

import argparse
import lzma
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte

from benchmarks.ui_material import living_in
from benchmarks.ui_probe import Probe
from briefreader import Library

SIZE = (120, 36)
QUERIES = (
    "the president said",
    '"prime minister" talks',
    "a b c d",
    "secur* guarantee~",
    "(oil OR gas) price -stock",
    "person:bush since:2001",
    "is:unread wonderful",
)
LIMIT = 30.0  # seconds; what takes longer is broken


class Screen(Probe):
    """A program on a pseudo-terminal, and what its screen shows."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._shown = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._shown)
        super().__init__(command, SIZE, env)

    def _read(self, wait: float) -> bytes:
        data = super()._read(wait)
        self._stream.feed(data)
        return data

    def press(self, key: str) -> None:
        """Press a key and do not wait."""
        os.write(self._master, key.encode())

    def follow(self, until: float) -> None:
        """Read what is painted up to a moment of the monotonic clock."""
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    def shows(self, text: str) -> bool:
        """Tell whether a row of the screen holds ``text``."""
        return any(text in row for row in self._shown.display)

    def wait_for(self, text: str) -> None:
        """Read until the screen shows ``text``."""
        end = time.monotonic() + LIMIT
        while not self.shows(text):
            if time.monotonic() > end:
                raise TimeoutError(f"{text!r} never stood there:\n" + "\n".join(self._shown.display))
            self._read(0.5)


def main() -> None:
    """Measure and print a table in Markdown."""
    options = _options()
    source = options.shared / "data" / "news" / "mix100k.jsonl.xz"
    if not source.exists():
        print(f"skipped: {source} is missing; name the shared folder as argument or in BRIEFREADER_SHARED")
        return
    home = options.home or Path(tempfile.mkdtemp())
    env = living_in(home)
    reader = [str(Path(sys.executable).parent / "briefreader"), str(_unpacked(source, home))]
    index = [reader[0], "index", reader[1]]
    subprocess.run(index, env={**os.environ, **env}, check=True, capture_output=True)
    os.environ |= env
    with Library.open(reader[1]) as library:
        totals = {query: library.search(query, limit=0, typing=True).total for query in options.query}
    with Screen(reader, env) as screen:
        screen.wait_for("articles")
        screen.settle(3)
        print("| query | keys | echo p50 ms | echo max ms | answer ms |\n|---|---|---|---|---|")
        echoes = []
        for query, total in totals.items():
            echoes += type_query(screen, query, f"{total:,} found", options.pause / 1000)
    echoes.sort()
    p95 = echoes[int(len(echoes) * 0.95)]
    print(
        f"\n{len(echoes)} keys: p50 {statistics.median(echoes):.0f}, p95 {p95:.0f}, max {echoes[-1]:.0f} ms"
    )


def type_query(screen: Screen, query: str, counted: str, pause: float) -> list[float]:
    """Type a query into the search bar, print how that went, and leave; return each letter's milliseconds."""
    screen.press("/")
    screen.wait_for("or ? for help")
    echoes = []
    for place, letter in enumerate(query, 1):
        pressed = time.monotonic()
        screen.press(letter)
        if letter != " ":  # a blank cannot be seen
            screen.wait_for(f" / {query[:place]}")
            echoes.append((time.monotonic() - pressed) * 1000)
        if place < len(query):
            screen.follow(pressed + pause)
    screen.wait_for(f" {counted}")
    answer = (time.monotonic() - pressed) * 1000
    median = statistics.median(echoes)
    print(f"| `{query}` | {len(echoes)} | {median:.0f} | {max(echoes):.0f} | {answer:.0f} |", flush=True)
    screen.press("\x1b")
    screen.settle(0.5)
    return echoes


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    default = os.environ.get("BRIEFREADER_SHARED", "../shared")
    parser.add_argument("shared", nargs="?", type=Path, default=Path(default))
    parser.add_argument("--home", type=Path)
    parser.add_argument("--pause", type=float, default=80, help="milliseconds from one key to the next")
    parser.add_argument("--query", nargs="*", default=QUERIES)
    return parser.parse_args()


def _unpacked(source: Path, home: Path) -> Path:
    path = home / "articles" / source.stem
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with lzma.open(source) as packed, path.open("wb") as plain:
            shutil.copyfileobj(packed, plain)
    return path


if __name__ == "__main__":
    main()
