"""One hostile collection and one home for all of these tests: building and indexing it takes seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.collection import build


@dataclass(frozen=True)
class Hostile:
    """The collection's folder, how many articles it holds, and the home of who opens it."""

    folder: Path
    count: int
    home: Path


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    base = tmp_path_factory.mktemp("hostile")
    folder = base / "collection"
    return Hostile(folder, build(folder), base / "home")


@pytest.fixture(scope="module")
def at_home(hostile: Hostile) -> Iterator[Hostile]:
    """Let this process itself live in the tests' home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(hostile.home))
        for name in ("cache", "config", "data", "state"):
            patch.setenv(f"XDG_{name.upper()}_HOME", str(hostile.home / name))
        yield hostile
