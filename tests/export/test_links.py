"""Where an export goes when links stand on its way: where the user meant, or nowhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader import export
from briefreader.errors import OutOfReach
from briefreader.export import writing


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """A folder with a file that nobody wants to lose."""
    folder = tmp_path / "precious"
    folder.mkdir()
    (folder / "out.md").write_text("mine")
    return folder


@pytest.fixture
def as_another_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all that a test makes belong to somebody else."""
    somebody_else = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody_else)
    monkeypatch.setattr(writing, "_ROOT", -1)


def test_a_file_that_is_a_link_is_refused(tmp_path: Path, precious: Path) -> None:
    (tmp_path / "out.md").symlink_to(precious / "out.md")
    with pytest.raises(OutOfReach, match=r"out\.md is a link: name the file that it points to"):
        export.write(tmp_path / "out.md", "stolen")
    assert (precious / "out.md").read_text() == "mine"


def test_a_folder_that_the_user_has_linked_is_gone_through(tmp_path: Path) -> None:
    (tmp_path / "disk" / "deep").mkdir(parents=True)
    (tmp_path / "near").symlink_to("disk/deep")
    (tmp_path / "exports").symlink_to(tmp_path / "near" / ".." / "deep")
    export.write(tmp_path / "exports" / "out.md", "new\n")
    assert [path.name for path in (tmp_path / "disk" / "deep").iterdir()] == ["out.md"]
    assert (tmp_path / "exports").is_symlink()


def test_a_path_from_here_is_gone_through_like_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "exports").symlink_to("disk")
    monkeypatch.chdir(tmp_path / "disk")
    for name in ("a.md", "./b.md", "../disk/c.md", "../exports/d.md"):
        export.write(Path(name), "new\n")
    assert sorted(path.name for path in (tmp_path / "disk").iterdir()) == ["a.md", "b.md", "c.md", "d.md"]


@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o770], ids=oct)
def test_somebody_elses_link_in_a_folder_open_to_others_is_refused(
    tmp_path: Path, precious: Path, as_another_user: None, mode: int
) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "exports").symlink_to(precious)
    (tmp_path / "shared").chmod(mode)
    with pytest.raises(OutOfReach, match="exports is somebody else's link: name the folder that it points"):
        export.write(tmp_path / "shared" / "exports" / "out.md", "stolen")
    assert (precious / "out.md").read_text() == "mine"
    assert len(list(precious.iterdir())) == 1


def test_how_the_owner_of_a_folder_has_laid_it_out_is_taken(tmp_path: Path, as_another_user: None) -> None:
    (tmp_path / "project" / "run7").mkdir(parents=True)
    (tmp_path / "project" / "latest").symlink_to("run7")
    (tmp_path / "project").chmod(0o755)
    export.write(tmp_path / "project" / "latest" / "out.md", "new\n")
    assert (tmp_path / "project" / "run7" / "out.md").read_text() == "new\n"


def test_a_folder_that_is_swapped_for_a_link_meanwhile_is_noticed(
    tmp_path: Path, precious: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "exports").symlink_to(precious)
    _then(monkeypatch, "_without_foreign_links", before=lambda: _relink(tmp_path / "exports", tmp_path))
    with pytest.raises(OutOfReach, match="was moved while it was looked at: try again"):
        export.write(tmp_path / "exports" / "out.md", "stolen")
    assert (precious / "out.md").read_text() == "mine"


def test_what_is_linked_after_it_was_looked_at_is_not_followed(
    tmp_path: Path, precious: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swap() -> None:
        (tmp_path / "exports").rename(tmp_path / "moved")
        (tmp_path / "exports").symlink_to(precious)
        (tmp_path / "moved" / "out.md").symlink_to(precious / "out.md")

    (tmp_path / "exports").mkdir()
    _then(monkeypatch, "_replace", before=swap)
    export.write(tmp_path / "exports" / "out.md", "new\n")
    assert (precious / "out.md").read_text() == "mine"
    assert (tmp_path / "moved" / "out.md").read_text() == "new\n"


def test_a_file_is_begun_under_a_name_that_nothing_bears(
    tmp_path: Path, precious: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _size: "guessed")
    for planted in (lambda path: path.symlink_to(precious / "out.md"), lambda path: path.write_text("mine")):
        planted(tmp_path / ".out.md.guessed.partial")
        with pytest.raises(OutOfReach, match=r"cannot write .*: File exists"):
            export.write(tmp_path / "out.md", "stolen")
        (tmp_path / ".out.md.guessed.partial").unlink()
    assert (precious / "out.md").read_text() == "mine"


def test_links_that_lead_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(OutOfReach, match=r"cannot write .*: Too many levels of symbolic links"):
        export.write(tmp_path / "one" / "out.md", "x")


def _relink(link: Path, target: Path) -> None:
    link.unlink()
    link.symlink_to(target)


def _then(monkeypatch: pytest.MonkeyPatch, name: str, *, before: Callable[[], object]) -> None:
    """Let something happen right before a step of the writing."""
    step = getattr(writing, name)

    def stepping(*arguments: object) -> object:
        before()
        return step(*arguments)

    monkeypatch.setattr(writing, name, stepping)
