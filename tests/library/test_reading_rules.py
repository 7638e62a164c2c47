"""What a collection and its reader say of how articles are read, sync after sync."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader import Library
from briefreader.model import Article

FOOTER = "Varnholm Talk is made by its readers"


def write(folder: Path, number: int, more: str = "") -> None:
    """Write an article of one outlet, whose footer stands under each."""
    folder.mkdir(exist_ok=True)
    (folder / f"{number}.txt").write_text(
        f"https://talk.example/2021/05/0{number}/pier\n\nPier {number} opens\n\n"
        f"Pier {number} of the harbour of Varnholm was opened {number} days late.\n\n{more}{FOOTER}\n"
    )


def folded(article: Article) -> str:
    return "\n".join(fold.cut(article.text) for fold in article.folds)


def test_a_recurring_line_is_folded_in_old_articles_too_once_a_third_has_it(tmp_path: Path) -> None:
    for number in (1, 2):
        write(tmp_path / "talk", number)
    with Library.open(tmp_path / "talk") as library:
        library.sync()
        assert FOOTER not in folded(library.article("1.txt"))
        write(tmp_path / "talk", 3)
        library.sync()
        assert all(FOOTER in folded(library.article(f"{number}.txt")) for number in (1, 2, 3))
        report = library.sync()
        assert (report.unchanged, report.changed) == (3, 0)


def test_a_fold_that_the_reader_opened_stays_open_when_the_file_is_read_again(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        write(tmp_path / "talk", number)
    with Library.open(tmp_path / "talk") as library:
        library.sync()
        article = library.article("2.txt")
        library.overrule_fold("2.txt", article.folds[-1], False)
        assert FOOTER not in folded(library.article("2.txt"))
        write(tmp_path / "talk", 2, "The mayor came by boat.\n\n")
        library.sync()
        article = library.article("2.txt")
        assert "by boat" in article.text
        assert FOOTER not in folded(article)
        assert FOOTER in folded(library.article("1.txt"))


def test_a_correction_outlives_a_rebuild_and_says_whose_it_is(tmp_path: Path) -> None:
    write(tmp_path / "talk", 1)
    with Library.open(tmp_path / "talk") as library:
        library.sync()
        library.correct("1.txt", "published", "3 May 2021, 9:30 BST")
        library.sync(rebuild=True)
        article = library.article("1.txt")
        assert (article.published, article.origins["published"]) == ("2021-05-03T09:30:00+01:00", "you")
        library.correct("1.txt", "published", None)
        article = library.article("1.txt")
        assert (article.published, article.origins["published"]) == ("2021-05-01", "address")


@pytest.mark.parametrize("setting", ["columns: {text: story}", "largest_file: 40 MB"])
def test_what_briefreader_yaml_changes_is_read_again(tmp_path: Path, setting: str) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "a.csv").write_text("id,body,story\n1,The body of it.,The story of it.\n")
    with Library.open(folder) as library:
        library.sync()
        assert [library.article(info.id).text for info in library.listing()] == ["The body of it."]
        (folder / "briefreader.yaml").write_text(setting)
        library.sync()
        expected = "The story of it." if "story" in setting else "The body of it."
        assert [library.article(info.id).text for info in library.listing()] == [expected]


def test_a_mistake_in_briefreader_yaml_is_in_the_report_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path / "talk", 1)
    (tmp_path / "talk" / "briefreader.yaml").write_text("ignore: 3\n")
    with Library.open(tmp_path / "talk") as library:
        report = library.sync()
        assert report.added == 1
        assert [(each.path, each.reason[:7]) for each in report.skipped] == [("briefreader.yaml", "Line 1:")]
