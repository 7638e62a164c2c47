"""What is written is for this user alone, whole or not there, and never goes through a link in its way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefreader import Library, places
from briefreader.errors import BadData, OutOfReach
from briefreader.model import Span
from tests.library.folder import Folder


@pytest.fixture
def usual_umask() -> Iterator[None]:
    """Let files be made readable for all unless their maker says otherwise."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_all_that_is_kept_lies_in_directories_that_only_its_owner_enters(
    usual_umask: None, folder: Folder, home: Path
) -> None:
    with Library.open(folder.path) as library:
        library.sync()
        library.marks.add_note(library.info("ferry.md").id, Span(0, 7), "mine")
        library.corrections.rename(library.entities()[0].id, "Somebody")
        library.export([library.info("ferry.md")], "markdown", folder.path.parent / "export.md")
        modes = {path: path.stat().st_mode & 0o777 for path in home.rglob("briefreader/**/*")}
        assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
        texts = [path for path in modes if path.suffix in (".yaml", ".json", ".seal")]
        assert {path.suffix for path in texts} == {".yaml", ".json", ".seal"} - unsealed(home)
        assert {modes[path] for path in texts} == {0o600}
    assert (folder.path.parent / "export.md").stat().st_mode & 0o777 == 0o600
    assert not list(home.rglob("*.partial"))


@pytest.mark.parametrize("name", ["data", "state", "cache"])
def test_a_directory_of_ours_that_others_can_enter_is_closed_to_them(
    folder: Folder, home: Path, name: str
) -> None:
    with Library.open(folder.path):
        open_to_all = home / name / "briefreader"
        open_to_all.chmod(0o755)
    with Library.open(folder.path):
        assert open_to_all.stat().st_mode & 0o777 == 0o700


def unsealed(home: Path) -> set[str]:
    """Return the ending of seals where corrections have broken the only one."""
    return set() if list(home.rglob("*.seal")) else {".seal"}


@pytest.mark.parametrize(
    "write",
    [
        lambda library, path: library.export([library.info("ferry.md")], "markdown", path),
        lambda library, path: library.corrections.export_to(path),
    ],
    ids=["articles", "corrections"],
)
def test_no_export_goes_through_a_link(
    library: Library, tmp_path: Path, write: Callable[[Library, Path], object]
) -> None:
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "link").symlink_to(tmp_path / "victim")
    with pytest.raises(OutOfReach, match="is a link: name the file that it points to"):
        write(library, tmp_path / "link")
    assert (tmp_path / "victim").read_text() == "precious"


def test_a_link_in_the_place_of_a_file_that_is_begun_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.get_ident", lambda: 1)
    (tmp_path / f"kept.{os.getpid()}.1.partial").symlink_to(tmp_path / "victim")
    places.write(tmp_path / "kept", "text")
    assert not (tmp_path / "victim").exists()
    assert (tmp_path / "kept").read_text() == "text"


def test_nor_is_one_that_is_put_there_at_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def unlink_and_plant(path: Path, missing_ok: bool = False) -> None:
        monkeypatch.undo()
        unlink(path, missing_ok)
        path.symlink_to(tmp_path / "victim")

    monkeypatch.setattr(Path, "unlink", unlink_and_plant)
    with pytest.raises(FileExistsError):
        places.write(tmp_path / "kept", "text")
    assert not (tmp_path / "victim").exists()
    assert not (tmp_path / "kept").exists()


def test_a_file_that_cannot_be_ended_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    places.write(tmp_path / "kept", "old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        places.write(tmp_path / "kept", "new", durable=True)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept").read_text() == "old"


def test_corrections_that_the_user_has_linked_elsewhere_stay_linked(library: Library, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("")
    library.corrections.path.symlink_to(tmp_path / "own.yaml")
    library.corrections.rename(library.entities()[0].id, "Somebody")
    assert library.corrections.path.is_symlink()
    assert "Somebody" in (tmp_path / "own.yaml").read_text()


def test_corrections_are_taken_from_files_alone_and_no_huge_ones(library: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "huge.yaml").write_text("x" * 5_000_001)
    for name in ("pipe", "huge.yaml"):
        with pytest.raises(BadData, match="is no file, or larger than 5,000,000 bytes"):
            library.corrections.import_from(tmp_path / name)
