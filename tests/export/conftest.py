"""The sample collection in a home of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefreader import Library, resources


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The sample collection, read, with nothing noted in it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("cache", "config", "data", "state"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(home / name))
    with Library.open(resources.sample_corpus()) as library:
        library.sync()
        yield library
