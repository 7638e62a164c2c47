"""``python -m tests.soak``: a long walk, and a line about what came of it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.hostile.collection import build
from tests.soak.steps import walkable
from tests.soak.walker import Walk, walk

_WARM = 20
"""Samples, 200 steps each: before so many the reader has not yet seen everything that it keeps."""
_MAY_GROW_MIB = 64.0


def main() -> int:
    """Walk as long as asked for; the status is 1 where something went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description="Walk through the reader.")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefreader-soak-") as place:
        hostile = Path(place) / "hostile"
        build(hostile)
        result = walk(asked.seed, asked.minutes * 60, Path(place), hostile)
    if len(result.memory) >= _WARM and result.growth > _MAY_GROW_MIB:
        result.wrong.append(f"grew by {result.growth:.0f} MiB, where {_MAY_GROW_MIB:.0f} are allowed")
    print(f"seed {asked.seed}: {_told(result)}")
    return 1 if result.wrong else 0


def _told(result: Walk) -> str:
    missed = sorted(walkable() - set(result.commands))
    memory = [f"{size:.0f}" for size in result.memory[:: max(1, len(result.memory) // 20)]]
    return "\n".join(
        [
            f"{result.steps:,} steps in {result.sessions} sessions, "
            f"{result.commands.total():,} commands of {len(result.commands)} kinds",
            f"not come to: {', '.join(missed) or 'none'}",
            f"memory in MiB: {' '.join(memory)}",
            *(result.wrong or ["nothing went wrong"]),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
