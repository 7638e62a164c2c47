"""The book of corrections: counts follow at once, steps can be taken back, the file may be edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader import Library
from briefreader.errors import BadData, NothingFound
from briefreader.model import Span
from tests.library.folder import Folder

ODUYA, REYLE = "person:mira-oduya", "person:tomas-reyle"


@pytest.fixture
def read(library: Library) -> Library:
    """The folder's articles, read."""
    library.sync()
    return library


def test_a_merge_counts_both_and_undo_parts_them(read: Library) -> None:
    read.corrections.merge([ODUYA, REYLE])
    merged = read.entity(ODUYA)
    assert merged is not None
    assert (merged.mentions, merged.articles) == (3, 3)
    assert read.entity("Tomas Reyle") == merged
    read.corrections.undo()
    parted = read.entity(ODUYA)
    assert parted is not None
    assert parted.articles == 2


def test_what_was_undone_can_be_done_again(read: Library) -> None:
    read.corrections.hide(ODUYA)
    assert read.corrections.undo() == "hide Mira Oduya"
    assert read.corrections.redo() == "hide Mira Oduya"
    assert read.entity(ODUYA) is None
    assert read.corrections.redo() is None


def test_what_was_undone_can_be_done_again_the_next_day(read: Library) -> None:
    read.corrections.hide(ODUYA)
    read.corrections.rename(REYLE, "Tom Reyle")
    assert read.corrections.undo() == "rename Tomas Reyle to Tom Reyle"
    assert read.corrections.undo() == "hide Mira Oduya"
    read.close()
    with Library.open(*read.collection.roots) as again:
        assert again.corrections.redo() == "hide Mira Oduya"
        assert again.corrections.redo() == "rename Tomas Reyle to Tom Reyle"
        assert again.corrections.redo() is None
        assert again.entity(ODUYA) is None


def test_corrections_and_marks_are_undone_in_the_order_they_were_made(read: Library) -> None:
    ferry = read.info("ferry.md").id
    read.marks.set_starred([ferry], True)
    read.corrections.rename(REYLE, "Tom Reyle")
    read.marks.add_note(ferry, Span(0, 5), "look it up")
    assert read.marks.undo() == "write the note “look it up” in “Ferries sail again”"
    assert read.marks.undo() == "rename Tomas Reyle to Tom Reyle"
    assert read.marks.of(ferry).starred
    assert [found.name for found in read.entities() if found.id == REYLE] == ["Tomas Reyle"]
    assert read.corrections.all() == []
    assert read.marks.undo() == "star: “Ferries sail again”"
    assert [read.marks.redo() for _ in range(2)] == [
        "star: “Ferries sail again”",
        "rename Tomas Reyle to Tom Reyle",
    ]
    assert len(read.corrections.all()) == 1


def test_a_correction_undone_in_its_own_book_is_undone_once(read: Library) -> None:
    ferry = read.info("ferry.md").id
    read.marks.set_starred([ferry], True)
    read.corrections.hide(REYLE)
    read.corrections.undo()
    assert read.marks.undo() == "star: “Ferries sail again”"
    assert read.marks.undo() is None


def test_a_correction_that_was_edited_away_leaves_the_others_alone(read: Library) -> None:
    read.corrections.hide(REYLE)
    read.corrections.path.write_text(f"corrections:\n  - hide: {ODUYA}\n", "utf-8")
    read.sync()
    read.marks.undo()
    assert len(read.corrections.all()) == 1


def test_a_new_correction_ends_what_could_be_done_again(read: Library) -> None:
    read.corrections.hide(ODUYA)
    read.corrections.undo()
    read.corrections.hide(REYLE)
    assert read.corrections.redo() is None


def test_a_correction_holds_for_articles_that_come_later(read: Library, folder: Folder) -> None:
    read.corrections.rename(ODUYA, "Mayor Oduya")
    folder.write("late.md", "Late", "Mira Oduya opened the new pier.")
    read.sync()
    found = read.entity(ODUYA)
    assert found is not None
    assert (found.name, found.articles) == ("Mayor Oduya", 3)


def test_a_rebuild_of_the_cache_keeps_corrections(read: Library) -> None:
    read.corrections.hide(REYLE)
    read.sync(rebuild=True)
    assert read.entity(REYLE) is None


def test_a_file_edited_by_hand_applies_and_its_mistakes_are_told(read: Library) -> None:
    read.corrections.path.write_text("corrections:\n  - hide: oduya\n  - hide: person:tomas-reyle\n", "utf-8")
    read.sync()
    assert read.entity(REYLE) is None
    assert read.entity(ODUYA) is not None
    assert [notice for notice in read.notices if "entities.yaml, line 2" in notice]


def test_an_added_mention_is_counted_and_can_be_taken_back(read: Library) -> None:
    article = next(info for info in read.listing() if "ferry" in info.path)
    text = read.article(article.id).text
    start = text.index("the line")
    read.corrections.add_mention(article.id, Span(start, start + 8), "organization", "Varnholm Line")
    found = read.entity("Varnholm Line")
    assert found is not None
    assert found.aliases == ("the line",)
    assert "the line" in [mention.text for mention in read.mentions_in(article.id)]
    read.corrections.undo()
    assert read.entity("Varnholm Line") is None


def test_corrections_are_shared_with_a_colleague(read: Library, tmp_path: Path) -> None:
    read.corrections.hide(REYLE)
    assert read.corrections.export_to(tmp_path / "mine.yaml") == 1
    read.corrections.undo()
    assert read.corrections.import_from(tmp_path / "mine.yaml") == (1, ())
    assert read.entity(REYLE) is None
    assert read.corrections.import_from(tmp_path / "mine.yaml") == (0, ())


def test_a_name_in_the_book_is_private_to_its_reader(read: Library) -> None:
    read.corrections.hide(REYLE)
    assert read.corrections.path.stat().st_mode & 0o077 == 0


def test_an_entity_that_is_not_there_is_told(read: Library) -> None:
    with pytest.raises(NothingFound, match="no entity person:nobody"):
        read.corrections.hide("person:nobody")
    with pytest.raises(BadData, match="two entities"):
        read.corrections.merge([ODUYA])


def test_what_is_known_of_a_name_has_offices_company_and_months(read: Library, folder: Folder) -> None:
    folder.write("mayor.md", "Mayor speaks", "Norwegian Deputy Minister Mira Oduya met Tomas Reyle in Oslo.")
    read.sync()
    about = read.about(ODUYA)
    assert [office.text for office in about.offices] == ["Norwegian Deputy Minister"]
    assert REYLE in [entity.id for entity in about.near]
    norway = read.about("misc:norwegian")
    assert norway.related == ()


def test_a_name_too_long_to_be_kept_is_refused_and_not_half_taken(library: Library) -> None:
    entity = library.entities()[0]
    with pytest.raises(BadData, match="at most 300 characters"):
        library.corrections.rename(entity.id, "x" * 301)
    assert library.corrections.all() == []
