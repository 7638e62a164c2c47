"""A bit that flips on the disk: the library notices, builds anew, and answers right."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path
from typing import Any

from briefreader import Library
from tests.library.crashes import state
from tests.library.folder import Folder

FLIPS = int(os.environ.get("BRIEFREADER_FLIPS", "16"))


def answers(folder: Path) -> Any:
    """Open, sync and ask for everything, mending the cache when it is found damaged."""
    with Library.open(folder) as library:
        library.sync()
        try:
            return state(library)
        except sqlite3.DatabaseError:
            library.repair()
            return state(library)


def damageable(home: Path) -> list[Path]:
    """Return the files, the cache more often; by kind and age, since the names of segments are random."""
    cache = home.glob("cache/briefreader/collections/*/cache.sqlite")
    index = home.glob("cache/briefreader/collections/*/index/*")
    held = (path for path in index if path.stat().st_size)
    return [*cache] * 2 + sorted(
        held, key=lambda path: (path.name.partition(".")[2], path.stat().st_mtime_ns)
    )


def flip(path: Path, chance: random.Random) -> int:
    data = bytearray(path.read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return place


def test_a_flipped_bit_in_cache_or_index_changes_no_answer(
    folder: Folder, home: Path, tmp_path: Path
) -> None:
    expected = answers(folder.path)
    sound = tmp_path / "sound"
    shutil.copytree(home, sound)
    chance = random.Random(7)
    for turn in range(FLIPS):
        shutil.rmtree(home)
        shutil.copytree(sound, home)
        files = damageable(home)
        path = chance.choice(files)
        place = flip(path, chance)
        assert answers(folder.path) == expected, f"turn {turn}: bit flipped in {path.name} at {place}"
