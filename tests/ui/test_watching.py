"""New files come while the reader is open: they are listed, and nobody loses their place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.controllers.renewing import carried
from tests.ui.conftest import _settle_in
from tests.ui.reader import Reader

LONG = "\n\n".join(
    f"Paragraph {number} of the report says what the harbour master saw." for number in range(90)
)


def write(folder: Path, name: str, title: str, date: str, body: str) -> None:
    text = f"---\ntitle: {title}\nsource: The Varnholm Lantern\ndate: {date}\n---\n\n{body}\n"
    partial = folder / f".{name}"
    partial.write_text(text, encoding="utf-8")
    partial.rename(folder / name)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _settle_in(tmp_path / "home", monkeypatch)
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(60):
        body = LONG if number == 30 else f"The tide of day {number} was higher than the one before."
        write(folder, f"{number:02}.md", f"Tide {number:02}", f"2031-01-{number % 28 + 1:02}", body)
    return folder


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with Library.open(folder) as library:
        library.sync()
        yield library


@asynccontextmanager
async def watching(library: Library, **listing: object) -> AsyncIterator[Reader]:
    """A reader that has looked at the files once and now waits for more."""
    default = Settings()
    settings = replace(default, list=replace(default.list, sort="title", **listing))  # type: ignore[arg-type]
    reader = Reader(ReaderApp(library, settings=settings))
    async with reader.app.run_test(size=(120, 30), message_hook=reader.notice) as pilot:
        reader.pilot = pilot
        await reader.until(lambda: reader.main.crew.syncing.report and len(reader.titles) == 60)
        yield reader


async def test_a_new_file_is_listed_and_cursor_and_page_stay_where_they_are(
    library: Library, folder: Path
) -> None:
    async with watching(library) as reader:
        rows = reader.main.desk.list
        await reader.press("4", "0", "j", "5", "k")
        line = rows.plan.top(rows.cursor) - rows.scroll_offset.y
        assert rows.article
        assert rows.article.title == "Tide 35"
        assert rows.scroll_offset.y > 0
        write(folder, "new.md", "A flood", "2031-03-01", "The harbour of Varnholm stands under water.")
        await reader.until(lambda: len(reader.titles) == 61)
        assert reader.titles[0] == "A flood"
        assert rows.article.title == "Tide 35"
        await reader.until(lambda: rows.plan.top(rows.cursor) - rows.scroll_offset.y == line)
        await reader.until(lambda: reader.said == "1 new")


async def test_the_article_in_hand_stays_at_its_line_while_another_comes(
    library: Library, folder: Path
) -> None:
    async with watching(library) as reader:
        await reader.press("3", "0", "j", "enter")
        await reader.until(lambda: reader.place == "article")
        await reader.press("2", "0", "j")
        view = reader.main.desk.article
        top = view.place
        assert top > 0
        write(folder, "new.md", "A flood", "2031-03-01", "The harbour of Varnholm stands under water.")
        await reader.until(lambda: len(reader.titles) == 61)
        assert reader.article
        assert reader.article.title == "Tide 30"
        assert (view.place, reader.place) == (top, "article")
        chosen = reader.main.desk.list.article
        assert chosen
        assert chosen.title == "Tide 30"


async def test_what_is_stepped_through_stays_while_another_hit_of_the_query_comes(
    library: Library, folder: Path
) -> None:
    async with watching(library) as reader:
        await reader.search("harbour")
        await reader.until(lambda: reader.titles == ["Tide 30"])
        await reader.press("f")
        await reader.type("master saw")
        await reader.press("enter")
        opening = reader.main.opening
        await reader.until(lambda: opening.lit.trail and opening.lit.trail.label == "“master saw”")
        write(folder, "new.md", "A flood", "2031-03-01", "The harbour of Varnholm stands under water.")
        await reader.until(lambda: len(reader.titles) == 2)
        assert opening.lit.trail
        assert opening.lit.trail.label == "“master saw”"


async def test_an_article_that_grows_is_shown_anew_at_the_same_words(library: Library, folder: Path) -> None:
    async with watching(library) as reader:
        await reader.press("3", "0", "j", "enter")
        await reader.until(lambda: reader.place == "article")
        await reader.press("2", "0", "j")
        view = reader.main.desk.article
        words = view.text[view.place : view.place + 40]
        write(folder, "30.md", "Tide 30", "2031-01-03", f"Added on top, in the evening.\n\n{LONG}")
        await reader.until(lambda: "Added on top" in view.text)
        assert view.text[view.place : view.place + 40] == words


async def test_an_article_whose_file_is_moved_stays_open_under_its_new_path(
    library: Library, folder: Path
) -> None:
    async with watching(library) as reader:
        await reader.press("3", "0", "j", "enter")
        await reader.until(lambda: reader.place == "article")
        (folder / "30.md").rename(folder / "kept.md")
        await reader.until(lambda: reader.article and reader.article.path == "kept.md")
        assert reader.main.desk.article.text


async def test_an_article_whose_file_is_gone_leaves_the_list_and_not_the_hand(
    library: Library, folder: Path
) -> None:
    async with watching(library) as reader:
        await reader.press("3", "0", "j", "enter")
        await reader.until(lambda: reader.place == "article")
        (folder / "30.md").unlink()
        await reader.until(lambda: len(reader.titles) == 59)
        assert reader.article
        assert reader.article.title == "Tide 30"
        await reader.until(lambda: reader.said == "1 gone")


async def test_with_watch_set_to_no_the_files_are_looked_at_once(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("nobody asked for a watch")

    monkeypatch.setattr(Library, "watch_in_background", refuse)
    write(folder, "new.md", "A flood", "2031-03-01", "The harbour of Varnholm stands under water.")
    default = Settings()
    settings = replace(default, list=replace(default.list, watch="no"))
    reader = Reader(ReaderApp(library, settings=settings))
    async with reader.app.run_test(size=(120, 30), message_hook=reader.notice):
        await reader.until(lambda: len(reader.titles) == 61)


async def test_where_files_cannot_be_watched_they_are_read_all_the_same(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefreader.errors import OutOfReach

    def refuse(*_args: object, **_options: object) -> None:
        raise OutOfReach("new files are not noticed: the limit is reached")

    monkeypatch.setattr(Library, "watch_in_background", refuse)
    write(folder, "new.md", "A flood", "2031-03-01", "The harbour of Varnholm stands under water.")
    reader = Reader(ReaderApp(library, settings=Settings()))
    async with reader.app.run_test(size=(120, 30), message_hook=reader.notice):
        await reader.until(lambda: "not noticed" in reader.said)
        await reader.until(lambda: len(reader.titles) == 61)


@pytest.mark.parametrize(
    ("now", "place"),
    [
        ("one two three four five", 8),
        ("zero one two three four five", 13),
        ("three four five", 0),
        ("something else", 8),
        ("short", 5),
    ],
)
def test_a_place_is_carried_to_where_its_words_stand_now(now: str, place: int) -> None:
    assert carried("one two three four five", now, 8) == place
