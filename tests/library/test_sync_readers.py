"""What a sync does when other formats than last time are there to read the same files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefreader import Library, ingest
from briefreader.ingest import ReadArticle, ReadOptions
from briefreader.ingest.draft import Draft
from briefreader.ingest.formats import built_in, plugins, registry
from briefreader.ingest.formats.format import Format
from briefreader.ingest.formats.plugins import PlugIn
from briefreader.ingest.source import Source
from briefreader.model import Skipped
from tests.ingest.samples import STORY, pdf
from tests.library.folder import Folder

PlugsIn = Callable[..., None]


def read_shouted(source: Source) -> Iterator[Draft]:
    """Read a file as if all of it were shouted."""
    yield Draft(source.data().decode().upper())


def shouted(version: str, *suffixes: str) -> PlugIn:
    return PlugIn("shouted", "loud:FORMAT", f"loud {version}", Format("shouted", suffixes, read_shouted))


@pytest.fixture
def plugs_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[PlugsIn]:
    """Put plug-ins in the place of those there are, as a new start would find them."""

    def plugs_in(*found: PlugIn) -> None:
        monkeypatch.setattr(registry, "plug_ins", lambda: found)
        monkeypatch.setattr(plugins, "plug_ins", lambda: found)
        registry._by_suffix.cache_clear()

    yield plugs_in
    registry._by_suffix.cache_clear()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read, in order."""
    names: list[str] = []
    whole = ingest.read_file

    def read_file(path: Path, *, relative: str, options: ReadOptions) -> Iterator[ReadArticle | Skipped]:
        names.append(relative)
        return whole(path, relative=relative, options=options)

    monkeypatch.setattr(ingest, "read_file", read_file, raising=False)
    return names


def skipped(library: Library) -> dict[str, str]:
    report = library.report()
    assert report is not None
    return {each.path: each.reason for each in report.skipped}


def test_an_extra_that_was_installed_reads_what_was_skipped_without_it_and_nothing_else(
    library: Library, folder: Folder, monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    folder.put("a.pdf", pdf(["Varnholm has a new harbour."]))
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "pypdf", None)
        without.setattr(built_in, "find_spec", lambda name: None)
        library.sync()
        assert "pip install 'briefreader[pdf]'" in skipped(library)["a.pdf"]
        library.sync()
        assert "a.pdf" in skipped(library)
    read.clear()
    assert library.sync().added == 1
    assert (read, skipped(library)) == (["a.pdf"], {})
    library.sync()
    assert read == ["a.pdf"]


def test_a_plug_in_that_comes_changes_and_goes_has_its_files_read_anew(
    library: Library, folder: Folder, plugs_in: PlugsIn, read: list[str]
) -> None:
    folder.put("a.txt", STORY.encode())
    library.sync()
    for found in ([shouted("1.0", ".txt")], [shouted("1.1", ".txt")], []):
        read.clear()
        plugs_in(*found)
        library.sync()
        assert read == ["a.txt"]
        assert library.article("a.txt").text.isupper() == bool(found)
        library.sync()
        assert read == ["a.txt"]


def test_a_plug_in_that_does_not_load_is_in_the_report_until_it_does(
    library: Library, plugs_in: PlugsIn
) -> None:
    plugs_in(PlugIn("acme.shouted", "loud:FORMAT", "loud 1.0", None, "SyntaxError: invalid syntax"))
    library.sync()
    assert skipped(library) == {"plug-in acme.shouted": "It cannot be loaded: SyntaxError: invalid syntax."}
    plugs_in(shouted("1.0", ".shout"))
    library.sync()
    assert skipped(library) == {}
