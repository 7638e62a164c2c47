"""What it costs to start: CPU time of each command on the sample, beside bare Python, best of several.

Usage: python -m benchmarks.startup [--runs N].
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "corpus"
ARTICLE = "2021-12-22-lanternfield-call.md"
OTHER = "2021-12-22-quillmark-call.txt"
CALLS: dict[str, list[str]] = {
    "bare Python": ["-c", "pass"],
    "--version": ["-m", "briefreader", "--version"],
    "--help": ["-m", "briefreader", "--help"],
    "keys": ["-m", "briefreader", "keys"],
    "show": ["-m", "briefreader", "show", ARTICLE],
    "entities": ["-m", "briefreader", "entities"],
    "search": ["-m", "briefreader", "search", "Borrell"],
    "mentions": ["-m", "briefreader", "mentions", "Borrell"],
    "compare": ["-m", "briefreader", "compare", ARTICLE, OTHER],
}


def cpu_of(call: list[str], environment: dict[str, str]) -> float:
    """Return the CPU seconds, user and system, of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *call], env=environment, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        environment = {**os.environ, **places}
        cpu_of(["-m", "briefreader", "index", str(SAMPLE)], environment)
        bare = min(cpu_of(CALLS["bare Python"], environment) for _ in range(runs))
        print("| call | ms CPU | over bare Python |\n|---|---|---|")
        for name, call in CALLS.items():
            best = min(cpu_of(call, environment) for _ in range(runs))
            print(f"| {name} | {1000 * best:.0f} | {1000 * (best - bare):.0f} |")


if __name__ == "__main__":
    main()
