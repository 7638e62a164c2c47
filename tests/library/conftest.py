"""A home of one's own and a small folder of articles, for every test of the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader import Library
from tests.library.crashes import Scene, make_scene
from tests.library.folder import Folder


def cache_of(home: Path) -> Path:
    """Return the directory of the one collection that was opened."""
    (found,) = home.glob("cache/briefreader/collections/*")
    return found


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep cache, marks and memory of a test to itself."""
    for name in ("cache", "config", "data", "state"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / "home" / name))
    monkeypatch.delenv("BRIEFREADER_COLLECTION", raising=False)
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Three articles on one affair."""
    found = Folder(tmp_path / "articles")
    found.write(
        "harbour.md", "Harbour strike ends", "Mira Oduya told the port council that the strike is over."
    )
    found.write(
        "council.md", "Council split on strike", "The port council of Varnholm met Mira Oduya on Monday."
    )
    found.write(
        "ferry.md", "Ferries sail again", "Ferries left Varnholm at noon, Tomas Reyle of the line said."
    )
    return found


@pytest.fixture
def library(folder: Folder) -> Iterator[Library]:
    """The folder, opened and brought up to date."""
    with Library.open(folder.path) as opened:
        opened.sync()
        yield opened


@pytest.fixture
def scene(folder: Folder, home: Path, tmp_path: Path) -> Scene:
    """The folder, changed since it was read."""
    return make_scene(folder, home, tmp_path / "before")
