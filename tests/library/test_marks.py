"""What a reader makes of articles, and how it is taken back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefreader import Library
from briefreader.errors import BadData, NothingFound
from briefreader.model import Marks, Span
from tests.library.folder import Folder


def test_an_article_nobody_opened_has_no_marks(library: Library) -> None:
    assert library.marks.of(library.info("ferry.md").id) == Marks()


def test_marks_stand_after_the_library_is_opened_again(library: Library, folder: Folder) -> None:
    ids = [library.info(name).id for name in ("ferry.md", "harbour.md")]
    library.marks.set_read(ids, True)
    library.marks.tag(ids[:1], "Sea")
    library.marks.set_place(ids[0], 17)
    library.close()
    with Library.open(folder.path) as again:
        assert again.marks.of(ids[0]) == Marks(read=True, tags=("sea",), place=17)
        assert again.marks.of(ids[1]) == Marks(read=True)
        assert again.marks.tags() == {"sea": 1}


def test_a_step_over_many_articles_is_undone_as_one(library: Library) -> None:
    ids = [info.id for info in library.listing()]
    library.marks.set_starred(ids[:1], True)
    library.marks.set_starred(ids, True)
    assert library.marks.undo() == "star: 3 articles"
    assert [library.marks.of(each).starred for each in ids] == [True, False, False]
    assert library.marks.redo() == "star: 3 articles"
    assert all(library.marks.of(each).starred for each in ids)


def test_undo_goes_back_step_by_step_across_a_restart(library: Library, folder: Folder) -> None:
    ferry = library.info("ferry.md").id
    library.marks.set_read([ferry], True)
    library.marks.tag([ferry], "later")
    library.close()
    with Library.open(folder.path) as again:
        assert again.marks.undo() == "tag “Ferries sail again” later"
        assert again.marks.undo() == "mark as read: “Ferries sail again”"
        assert again.marks.undo() is None
        assert again.marks.of(ferry) == Marks()


def test_what_opening_marks_as_read_is_no_step_and_stays_when_others_are_undone(library: Library) -> None:
    ferry = library.info("ferry.md").id
    library.marks.set_starred([ferry], True)
    library.marks.open_read(ferry)
    assert library.marks.undo() == "star: “Ferries sail again”"
    assert library.marks.of(ferry) == Marks(read=True)
    library.marks.redo()
    assert library.marks.of(ferry) == Marks(read=True, starred=True)
    library.marks.undo()
    assert library.marks.undo() is None


def test_a_step_tells_whether_it_was_taken_since_the_library_was_opened(
    library: Library, folder: Folder
) -> None:
    ferry = library.info("ferry.md").id
    assert library.marks.last_step() is None
    library.marks.tag([ferry], "later")
    mine = library.marks.last_step()
    assert mine is not None
    assert (mine.what, mine.here) == ("tag “Ferries sail again” later", True)
    library.close()
    with Library.open(folder.path) as again:
        earlier = again.marks.last_step()
        assert earlier is not None
        assert (earlier.what, earlier.taken, earlier.here) == (mine.what, mine.taken, False)


def test_a_new_step_forgets_what_was_undone(library: Library) -> None:
    ferry = library.info("ferry.md").id
    library.marks.tag([ferry], "one")
    library.marks.undo()
    library.marks.tag([ferry], "two")
    assert library.marks.redo() is None
    assert library.marks.of(ferry).tags == ("two",)


def test_a_note_keeps_the_words_it_hangs_on(library: Library) -> None:
    article = library.article("ferry.md")
    start = article.text.index("Tomas Reyle")
    note = library.marks.add_note(article.id, Span(start, start + 11), "ask him")
    assert library.marks.notes(article.id) == [note]
    assert (note.quote, note.text) == ("Tomas Reyle", "ask him")
    assert library.marks.of(article.id).notes == 1


def test_a_note_can_be_edited_deleted_and_had_back(library: Library) -> None:
    article = library.article("ferry.md")
    note = library.marks.add_note(article.id, Span(0, 4), "first thought")
    library.marks.edit_note(note.id, "second thought")
    library.marks.remove_note(note.id)
    assert library.marks.notes() == []
    library.marks.undo()
    assert [each.text for each in library.marks.notes()] == ["second thought"]
    library.marks.undo()
    assert [each.text for each in library.marks.notes()] == ["first thought"]
    with pytest.raises(NothingFound, match="no note 99"):
        library.marks.edit_note(99, "nothing")


def test_a_note_finds_its_words_again_in_a_changed_text(library: Library, folder: Folder) -> None:
    article = library.article("ferry.md")
    start = article.text.index("noon")
    library.marks.add_note(article.id, Span(start, start + 4), "which noon?")
    folder.write(
        "ferry.md", "Ferries sail again", "Before noon it rained. Ferries left Varnholm at noon, they say."
    )
    library.sync()
    (note,) = library.marks.notes(article.id)
    text = library.article("ferry.md").text
    assert text[note.start : note.end] == "noon"
    assert text[: note.start].endswith("Varnholm at ")


def test_a_note_whose_words_are_gone_keeps_its_quote(library: Library, folder: Folder) -> None:
    article = library.article("ferry.md")
    start = article.text.index("noon")
    library.marks.add_note(article.id, Span(start, start + 4), "which noon?")
    folder.write("ferry.md", "Ferries sail again", "They left at dusk.")
    library.sync()
    assert [note.quote for note in library.marks.notes(article.id)] == ["noon"]


@pytest.mark.parametrize("tag", ["", "two words", "a:b", 'say"so', "\x1b[31m"])
def test_a_tag_is_one_word(library: Library, tag: str) -> None:
    with pytest.raises(BadData, match="a tag is one word"):
        library.marks.tag([library.info("ferry.md").id], tag)


def test_the_list_can_be_narrowed_by_marks(library: Library) -> None:
    ferry, harbour = library.info("ferry.md").id, library.info("harbour.md").id
    library.marks.set_read([ferry], True)
    library.marks.tag([ferry, harbour], "sea")
    assert {info.path for info in library.listing(flags=["unread"])} == {"harbour.md", "council.md"}
    assert {info.path for info in library.listing(flags=["tag:sea", "unread"])} == {"harbour.md"}
    with pytest.raises(BadData, match="no mark 'shiny'"):
        library.listing(flags=["shiny"])


def test_a_query_can_ask_for_marks_and_notes(library: Library) -> None:
    ferry = library.article("ferry.md")
    library.marks.set_starred([ferry.id], True)
    library.marks.add_note(ferry.id, Span(0, 7), "tide tables")
    for query in ("is:starred", "has:note", "note:tide"):
        assert [hit.article.path for hit in library.search(query).hits] == ["ferry.md"], query


def test_a_corrected_title_stays_when_the_file_is_read_again(library: Library, folder: Folder) -> None:
    library.correct("ferry.md", "title", "Boats  sail\nagain")
    assert library.info("ferry.md").title == "Boats sail again"
    folder.write("ferry.md", "Ferries sail again", "A new second sentence came to this article.")
    library.sync()
    assert library.article("ferry.md").title == "Boats sail again"
    assert library.article("ferry.md").origins["title"] == "you"
    library.correct("ferry.md", "title", None)
    assert library.info("ferry.md").title == "Ferries sail again"


def test_undoing_a_correction_gives_the_old_value_back(library: Library) -> None:
    library.correct("ferry.md", "source", "Estrand Gazette")
    assert library.marks.undo() == "correct the source"
    assert library.info("ferry.md").source == "The Varnholm Lantern"
    library.marks.redo()
    assert library.info("ferry.md").source == "Estrand Gazette"


def test_a_fold_made_by_hand_stays_and_hides_its_words_from_search(library: Library, folder: Folder) -> None:
    article = library.article("ferry.md")
    start = article.text.index("Tomas")
    library.overrule_fold("ferry.md", Span(start, len(article.text)), True)
    library.sync()
    assert library.article("ferry.md").folds[-1].reason == "folded by you"
    assert library.search("Tomas").total == 0
    library.sync(rebuild=True)
    assert library.article("ferry.md").folds[-1].start == start
    library.marks.undo()
    library.sync()
    assert library.article("ferry.md").folds == article.folds
    assert library.search("Tomas").total == 1


def test_damaged_marks_are_not_opened_and_the_backup_is_named(folder: Folder, home: Path) -> None:
    with Library.open(folder.path) as library:
        library.sync()
        library.marks.set_starred([library.info("ferry.md").id], True)
    with Library.open(folder.path):
        pass
    (path,) = home.glob("data/briefreader/collections/*/marks.sqlite")
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4000)
    with pytest.raises(BadData, match=r"backups.marks-.*\.sqlite"):
        Library.open(folder.path)


def test_a_day_has_one_backup_and_it_can_be_opened(library: Library, home: Path) -> None:
    (backup,) = home.glob("data/briefreader/collections/*/backups/*.sqlite")
    assert backup.stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(backup) as connection:
        assert connection.execute("SELECT count(*) FROM marks").fetchone() == (0,)


def test_tags_given_and_taken_together_are_one_step(library: Library) -> None:
    ids = [info.id for info in library.listing()]
    library.marks.tag(ids, "old")
    library.marks.retag(ids, given=["sea", "Ferry"], taken=["old"])
    assert all(library.marks.of(each).tags == ("ferry", "sea") for each in ids)
    assert library.marks.undo() == "tag 3 articles sea, ferry; untag 3 articles old"
    assert all(library.marks.of(each).tags == ("old",) for each in ids)


def test_one_bad_tag_among_good_ones_changes_nothing(library: Library) -> None:
    ids = [info.id for info in library.listing()]
    with pytest.raises(BadData, match="a tag is one word"):
        library.marks.retag(ids, given=["sea", "a:b"])
    assert library.marks.tags() == {}


def test_all_are_read_only_when_each_is(library: Library) -> None:
    ids = [info.id for info in library.listing()]
    library.marks.set_read(ids[1:], True)
    assert not library.marks.all_read(ids)
    assert library.marks.all_read(ids[1:])
    assert not library.marks.all_starred(ids[1:])
