"""A bit that flips on the disk: the library notices, builds anew, and answers right."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import Any

from briefreader import Library
from tests.library.crashes import state
from tests.library.folder import Folder

FLIPS = int(os.environ.get("BRIEFREADER_FLIPS", "16"))
REBUILT = {
    "The cache is damaged: it is being built again",
    "The cache was made by another version: it is being built again",
    "The cache was made by another program: it is being built again",
    "The cache was damaged: it is being built again",
    "The search index was damaged: it is being built again",
}


def answers(folder: Path) -> tuple[Any, tuple[str, ...]]:
    """Open, sync and ask for everything; return the answers and what was told of damage."""
    with Library.open(folder) as library:
        library.sync()
        return state(library), library.notices


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
    expected, told = answers(folder.path)
    assert told == ()
    sound = tmp_path / "sound"
    shutil.copytree(home, sound)
    chance = random.Random(7)
    for turn in range(FLIPS):
        shutil.rmtree(home)
        shutil.copytree(sound, home)
        files = damageable(home)
        path = chance.choice(files)
        place = flip(path, chance)
        found, told = answers(folder.path)
        assert found == expected, f"turn {turn}: bit flipped in {path.name} at {place}"
        assert set(told) <= REBUILT
        if path.name == "cache.sqlite":
            assert told, f"turn {turn}: nothing was said of {path.name}, {place}"
