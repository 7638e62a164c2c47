"""What a reader sees of a folder that changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefreader import Library
from briefreader.errors import NothingFound, OutOfReach
from briefreader.model import Progress, Span, SyncReport
from tests.library.folder import Folder


def changes(report: SyncReport) -> dict[str, int]:
    names = ("added", "changed", "moved", "removed", "unchanged")
    return {name: count for name in names if (count := getattr(report, name))}


def test_a_first_sync_takes_every_article_in(library: Library) -> None:
    assert {info.title for info in library.listing()} == {
        "Harbour strike ends",
        "Council split on strike",
        "Ferries sail again",
    }
    assert changes(library.report() or SyncReport()) == {"added": 3}


def test_a_second_sync_of_an_unchanged_folder_finds_nothing_to_do(library: Library) -> None:
    assert changes(library.sync()) == {"unchanged": 3}
    assert set(library.pending().values()) == {0}


def test_a_changed_file_is_read_again_and_keeps_its_key(library: Library, folder: Folder) -> None:
    before = library.info("ferry.md")
    folder.write("ferry.md", "Ferries stay in port", "The ferries did not leave: Quillan Hest forbade it.")
    assert changes(library.sync()) == {"changed": 1, "unchanged": 2}
    after = library.info("ferry.md")
    assert (after.key, after.title) == (before.key, "Ferries stay in port")
    assert library.search("noon").total == 0
    assert library.search("forbade").total == 1


def test_a_touched_file_is_no_change(library: Library, folder: Folder) -> None:
    path = folder.path / "ferry.md"
    folder.put("ferry.md", path.read_bytes())
    assert changes(library.sync()) == {"unchanged": 3}


def test_a_removed_file_leaves_list_index_and_names(library: Library, folder: Folder) -> None:
    (folder.path / "ferry.md").unlink()
    assert changes(library.sync()) == {"removed": 1, "unchanged": 2}
    assert library.search("ferries").total == 0
    assert library.entity("Tomas Reyle") is None
    with pytest.raises(NothingFound, match=r"ferry\.md"):
        library.article("ferry.md")


def test_a_moved_file_is_one_moved_article_and_its_notes_follow(library: Library, folder: Folder) -> None:
    article = library.article("ferry.md")
    start = article.text.index("Varnholm")
    library.marks.add_note(article.id, Span(start, start + 8), "the old harbour")
    library.marks.set_starred([article.id], True)
    (folder.path / "sea").mkdir()
    (folder.path / "ferry.md").rename(folder.path / "sea" / "lines.md")

    assert changes(library.sync()) == {"moved": 1, "unchanged": 2}
    moved = library.article("sea/lines.md")
    assert moved.key == article.key
    assert library.marks.of(moved.id).starred
    assert [note.text for note in library.marks.notes(moved.id)] == ["the old harbour"]
    assert library.marks.notes(article.id) == []


def test_notes_find_a_moved_file_even_when_the_cache_was_thrown_away(folder: Folder, home: Path) -> None:
    with Library.open(folder.path) as library:
        library.sync()
        library.marks.tag([library.info("ferry.md").id], "sea")
    shutil.rmtree(home / "cache")
    (folder.path / "ferry.md").rename(folder.path / "boats.md")
    with Library.open(folder.path) as library:
        library.sync()
        assert library.marks.of(library.info("boats.md").id).tags == ("sea",)


def test_the_same_file_twice_is_one_article_with_two_paths(library: Library, folder: Folder) -> None:
    shutil.copy(folder.path / "ferry.md", folder.path / "again.md")
    assert changes(library.sync()) == {"unchanged": 3}
    assert library.paths("ferry.md") == ("ferry.md", "again.md")
    assert library.info("again.md").path == "ferry.md"


def test_a_copy_keeps_the_article_when_the_first_file_goes(library: Library, folder: Folder) -> None:
    shutil.copy(folder.path / "ferry.md", folder.path / "again.md")
    library.sync()
    library.marks.set_starred([library.info("ferry.md").id], True)
    (folder.path / "ferry.md").unlink()
    assert changes(library.sync()) == {"moved": 1, "unchanged": 2}
    assert library.marks.of(library.info("again.md").id).starred


def test_a_copy_keeps_the_old_text_when_the_first_file_changes(library: Library, folder: Folder) -> None:
    shutil.copy(folder.path / "ferry.md", folder.path / "again.md")
    library.sync()
    folder.write("ferry.md", "Another story", "Nothing about boats at all stands here.")
    library.sync()
    assert library.info("again.md").title == "Ferries sail again"
    assert library.info("ferry.md").title == "Another story"
    assert len(library.listing()) == 4


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(library: Library, folder: Folder) -> None:
    folder.put("empty.txt", b"")
    report = library.sync()
    assert [(skipped.path, bool(skipped.reason)) for skipped in report.skipped] == [("empty.txt", True)]
    assert changes(report) == {"unchanged": 3}
    folder.write("empty.txt", "No longer empty", "Now it says something about the strike.")
    assert library.sync().skipped == ()


def test_articles_in_a_folder_that_cannot_be_entered_now_are_kept(library: Library, folder: Folder) -> None:
    folder.write("locked/inside.md", "Behind the door", "The door of the archive is shut on Tuesdays.")
    library.sync()
    door = folder.path / "locked"
    door.rename(folder.path.parent / "elsewhere")
    door.symlink_to(door)
    library.sync()
    assert library.search("archive").total == 1


def test_two_folders_are_one_collection(folder: Folder, tmp_path: Path) -> None:
    other = Folder(tmp_path / "more")
    other.write("harbour.md", "Another harbour", "In Estrand the harbour froze over.")
    with Library.open(folder.path, other.path) as library:
        library.sync()
        assert len({info.path for info in library.listing()}) == 4
        assert {hit.article.title for hit in library.search("harbour").hits} == {
            "Another harbour",
            "Harbour strike ends",
        }


def test_a_single_file_is_a_collection(folder: Folder) -> None:
    with Library.open(folder.path / "ferry.md") as library:
        library.sync()
        assert [info.title for info in library.listing()] == ["Ferries sail again"]


def test_a_missing_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match="nowhere"):
        Library.open(tmp_path / "nowhere")


def test_progress_names_each_stage_in_order(folder: Folder) -> None:
    seen: list[Progress] = []
    with Library.open(folder.path) as library:
        library.sync(progress=seen.append)
    assert list(dict.fromkeys(each.stage for each in seen)) == [
        "list",
        "read",
        "index",
        "entities",
        "stories",
    ]
    assert Progress("read", 3, 3) in seen


def test_a_cancelled_sync_keeps_what_it_has_and_the_next_one_ends_it(folder: Folder) -> None:
    seen: list[Progress] = []
    with Library.open(folder.path) as library:
        library.sync(progress=seen.append, cancelled=lambda: any(each.stage == "index" for each in seen))
        assert len(library.listing()) == 3
        assert library.pending()["entities"] == 3
        library.sync()
        assert set(library.pending().values()) == {0}
        assert library.search("strike").total == 2


def test_a_rebuild_reads_everything_again_and_keeps_the_marks(library: Library) -> None:
    library.marks.set_starred([library.info("ferry.md").id], True)
    report = library.sync(rebuild=True)
    assert changes(report) == {"unchanged": 3}
    assert library.marks.of(library.info("ferry.md").id).starred
    assert set(library.pending().values()) == {0}


def test_a_sync_in_another_process_is_seen_after_a_refresh(folder: Folder) -> None:
    seen: list[Progress] = []
    with Library.open(folder.path) as library:
        report = library.sync_in_background(progress=seen.append)
        assert changes(report) == {"added": 3}
        assert library.refresh()
        assert not library.refresh()
        assert library.search("ferries").total == 1
        assert {each.stage for each in seen} >= {"read", "entities"}


def test_a_second_writer_is_told_who_is_writing(library: Library, folder: Folder) -> None:
    with Library.open(folder.path) as other:
        told: list[str] = []

        def disturb(progress: Progress) -> None:
            with pytest.raises(OutOfReach) as refused:
                other.sync()
            told.append(str(refused.value))

        library.sync(progress=disturb)
        assert told
        assert all("process " in sentence and " on " in sentence for sentence in told)
        assert len(other.listing()) == 3


def test_a_background_sync_that_fails_says_why(library: Library, folder: Folder) -> None:
    (folder.path.parent / "gone").mkdir()
    with Library.open(folder.path.parent / "gone") as other:
        (folder.path.parent / "gone").rmdir()
        with pytest.raises(OutOfReach, match="gone"):
            other.sync_in_background()


def test_a_long_file_is_told_of_by_the_articles_read_from_it(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefreader.library.sync.job._SECONDS_BETWEEN", 0.0)
    lines = (
        json.dumps({"id": str(n), "title": f"Ebb {n}", "text": f"Water fell by {n}."}) for n in range(400)
    )
    (folder.path / "tides.jsonl").write_text("\n".join(lines), encoding="utf-8")
    seen: list[Progress] = []
    with Library.open(folder.path) as library:
        library.sync(progress=seen.append)
    told = [each for each in seen if each.stage == "read"]
    assert any(each.total is None and 0 < each.done < 400 for each in told)
    assert told[-1].done == told[-1].total
