"""One hostile collection and one home for all of these tests: building and indexing it takes seconds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefreader.library import Library
from tests.hostile.collection import build
from tests.hostile.owner import build_wreck, fill


@dataclass(frozen=True)
class Hostile:
    """The collection's folder, how many articles it holds, and the home of who opens it.

    In ``wreck`` lie files that cannot be read, and a file of the collection's own settings.
    """

    folder: Path
    count: int
    home: Path
    wreck: Path


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    base = tmp_path_factory.mktemp("hostile")
    folder, wreck = base / "collection", base / "wreck"
    build_wreck(wreck)
    return Hostile(folder, build(folder), base / "home", wreck)


@contextmanager
def living_in(home: Path) -> Iterator[None]:
    """Let this process itself live in a home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("cache", "config", "data", "state"):
            patch.setenv(f"XDG_{name.upper()}_HOME", str(home / name))
        yield


@pytest.fixture(scope="module")
def at_home(hostile: Hostile) -> Iterator[Hostile]:
    """Let this process itself live in the tests' home."""
    with living_in(hostile.home):
        yield hostile


@pytest.fixture(scope="session")
def indexed(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the collection and the wreck were read, and whose reader was hostile too."""
    home = tmp_path_factory.mktemp("indexed") / "home"
    with living_in(home), Library.open(hostile.folder, hostile.wreck) as library:
        library.sync()
        fill(library, home / "config" / "briefreader")
        library.sync()
    return home


@pytest.fixture
def start() -> list[str]:
    """How the program is started, but for the collection."""
    return ["briefreader"]
