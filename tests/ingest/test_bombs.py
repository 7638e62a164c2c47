"""What is made to eat memory or time is refused in one line, within little of both."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefreader.ingest import scan
from briefreader.model import Skipped
from tests.ingest.bounds import refused, within_bounds
from tests.ingest.samples import epub, zipped

# The limit itself takes half a minute to reach: BRIEFREADER_FILES=2000000 tries that.
FILES = int(os.environ.get("BRIEFREADER_FILES", "100000"))
BILLION = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{BILLION}]>'


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.eml", "a.rss", "a.json", "a.jsonl"])
def test_a_line_of_a_hundred_megabytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"x" * 1_000_000)
    refused(path, "It is larger than 50 MB")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.rss", f"{LAUGHS}<rss><channel><title>&l9;</title></channel></rss>".encode()),
        ("a.docx", zipped({"word/document.xml": f"{LAUGHS}<a>&l9;</a>"})),
        ("a.epub", zipped({"META-INF/container.xml": f"{LAUGHS}<a>&l9;</a>"})),
    ],
    ids=["rss", "docx", "epub"],
)
def test_entities_that_grow_a_billionfold_are_not_resolved(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    refused(tmp_path / name, "It declares XML entities")


def test_an_archive_of_archives_is_not_opened_again(tmp_path: Path) -> None:
    inner = zipped({"word/document.xml": b"\0" * 40_000_000})
    for _ in range(5):
        inner = zipped({f"{number}.zip": inner for number in range(10)})
    (tmp_path / "a.docx").write_bytes(inner)
    refused(tmp_path / "a.docx", "It is damaged, or no Word document.")


def test_an_archive_that_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(zipped({"word/document.xml": b"\0" * 200_000_000}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    (tmp_path / "a.docx").write_bytes(data)
    refused(tmp_path / "a.docx", "It ")


@pytest.mark.parametrize("mark", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>"])
def test_a_page_nested_a_hundred_thousand_deep(tmp_path: Path, mark: str) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{mark * 100_000}A word.")
    refused(tmp_path / "a.html", "Its tags are nested too deep to be read")


def test_a_book_of_more_parts_than_any_book_has(tmp_path: Path) -> None:
    (tmp_path / "a.epub").write_bytes(epub({f"part{number}": "<p>Text</p>" for number in range(21_000)}))
    refused(tmp_path / "a.epub", "It is larger than 50 MB")


class Entry:
    """An entry of a folder that is nowhere on a disk."""

    __slots__ = ("_is_dir", "name", "path")

    def __init__(self, folder: str, name: str, *, is_dir: bool) -> None:
        self.name, self.path, self._is_dir = name, f"{folder}/{name}", is_dir

    def is_dir(self) -> bool:
        """Tell whether it is a folder."""
        return self._is_dir

    def stat(self) -> os.stat_result:
        """Return what a tiny file has."""
        return os.stat_result((stat.S_IFREG | 0o644, 1, 1, 1, 0, 0, 9, 0, 0, 0))


def ten_million(monkeypatch: pytest.MonkeyPatch, folders: int) -> None:
    """Let every folder seem to hold its share of ten million files, in ``folders`` folders."""

    @contextmanager
    def listing(folder: str) -> Iterator[Iterator[Entry]]:
        at_top = "/part" not in folder
        if at_top and folders > 1:
            yield (Entry(folder, f"part{number}", is_dir=True) for number in range(folders))
        else:
            yield (Entry(folder, f"{number}.txt", is_dir=False) for number in range(10_000_000 // folders))

    inodes = iter(range(100_000_000))
    real = Path.stat

    def status(path: Path) -> os.stat_result:
        if "/part" not in str(path):
            return real(path)
        return os.stat_result((stat.S_IFDIR | 0o755, next(inodes), 2, 1, 0, 0, 0, 0, 0, 0))

    monkeypatch.setattr(os, "scandir", listing)
    monkeypatch.setattr(Path, "stat", status)


def test_ten_million_files_in_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ten_million(monkeypatch, folders=1)

    def walk() -> None:
        (line,) = scan([tmp_path])
        assert isinstance(line, Skipped)
        assert line.reason == "It holds more than 1,000,000 files; part it into folders."

    within_bounds(walk)


def test_ten_million_files_in_ten_thousand_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["briefreader.ingest.scan"], "MOST_FILES", FILES)
    ten_million(monkeypatch, folders=10_000)

    def walk() -> None:
        last, count = None, 0
        for item in scan([tmp_path]):
            last, count = item, count + 1
        assert count == FILES + 1
        assert isinstance(last, Skipped)
        assert last.reason == f"It holds more than {FILES:,} files; open a folder in it instead."

    within_bounds(walk)
