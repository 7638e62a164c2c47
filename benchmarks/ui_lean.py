"""What a lean line saves: bytes for each key of the real program with --no-lean and with --lean.

    python -m benchmarks.ui_lean [--articles 5000] [--folder DIR]

Both in a pseudo-terminal at 120x40 with true colour; the lean one takes sixteen colours all the same.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.ui import HELD, at_rest, index
from benchmarks.ui_material import living_in, options, write_collection
from benchmarks.ui_probe import Answer, Probe

REPEATED_S = 1 / 30


def main() -> None:
    """Measure and print."""
    wanted = options(__doc__, articles=5_000, folder="briefreader-bench-lean")
    env = living_in(wanted.folder / "home")
    reader = [
        str(Path(sys.executable).parent / "briefreader"),
        str(write_collection(wanted.folder, wanted.articles)),
    ]
    index(reader, env)
    full, lean = ([*bytes_sent([*reader, way], env)] for way in ("--no-lean", "--lean"))
    print(f"{'bytes a key, mean':32} {'--no-lean':>9} {'--lean':>9}")
    for (what, one), (_, other) in zip(full, lean, strict=True):
        print(f"{what:32} {one:9,.0f} {other:9,.0f}")


def bytes_sent(reader: Sequence[str], env: Mapping[str, str]) -> list[tuple[str, float]]:
    """Press the keys of a reader; return how many bytes each cost."""
    with Probe(reader, env=env) as probe:
        probe.start(b"2022-")
        probe.settle(3)
        rows = ("row down, with the article beside", mean([probe.key("down") for _ in range(50)]))
        held = ("the same held, 30 a second", per_key(at_rest(probe).hold("down", HELD, every=REPEATED_S)))
        pages = ("page down in the list", mean([at_rest(probe).key("pgdn") for _ in range(5)]))
        paging = ("the same held, 30 a second", per_key(at_rest(probe).hold("pgdn", HELD, every=REPEATED_S)))
        probe.key("home", quiet=1)
        probe.key("enter", quiet=1)
        names = ("next name", mean([probe.key("m") for _ in range(10)]))
        lines = ("line down in the article", mean([probe.key("down") for _ in range(10)]))
        scrolled = ("page down in the article", mean([probe.key("pgdn") for _ in range(10)]))
        probe.key("z", quiet=1)
        alone = ("line up, the article alone", mean([probe.key("up") for _ in range(10)]))
        probe.settle(2)
        idle = ("idle for 5 s", float(probe.idle(5).bytes))
    return [rows, held, pages, paging, names, lines, scrolled, alone, idle]


def mean(answers: Sequence[Answer]) -> float:
    """Return the mean of the bytes."""
    return statistics.mean(answer.bytes for answer in answers)


def per_key(held: Answer) -> float:
    """Return the bytes for each time that the key came."""
    return held.bytes / HELD


if __name__ == "__main__":
    main()
