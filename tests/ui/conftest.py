"""Fixtures of the reader's tests: the sample collection, read once, and a reader on it that keys drive."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.resources import sample_corpus
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.remembered import remember
from tests.ui.reader import Reader

VARIABLES = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
Opens = Callable[..., AbstractAsyncContextManager[Reader]]


def _settle_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in VARIABLES:
        monkeypatch.setenv(variable, str(home / variable.split("_")[1].lower()))
    for variable in ("SSH_CONNECTION", "NO_COLOR", "TMUX", "BRIEFREADER_COLLECTION"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def read_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the sample collection has been read, and its tour been taken."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as monkeypatch:
        _settle_in(home, monkeypatch)
        with Library.open(sample_corpus()) as library:
            library.sync()
        remember("tour", "ended", True)
    return home


@pytest.fixture
def home(read_sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that home, for one test."""
    home = tmp_path / "home"
    shutil.copytree(read_sample, home)
    _settle_in(home, monkeypatch)
    return home


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """The sample collection, as it was read."""
    with Library.open(sample_corpus()) as library:
        yield library


@pytest.fixture
def settings() -> Settings:
    """The defaults, without reading the files anew at each start."""
    default = Settings()
    return replace(default, list=replace(default.list, update=False))


@pytest.fixture
def opened(library: Library, settings: Settings) -> Opens:
    """Open a reader: ``async with opened(size=(120, 36)) as reader``."""

    @asynccontextmanager
    async def open_reader(size: tuple[int, int] = (120, 36), **options: object) -> AsyncIterator[Reader]:
        app = ReaderApp(library, **{"settings": settings, **options})  # type: ignore[arg-type]
        reader = Reader(app)
        async with app.run_test(size=size, message_hook=reader.notice) as pilot:
            reader.pilot = pilot
            await reader.until(lambda: reader.titles and reader.hints)
            yield reader

    return open_reader
