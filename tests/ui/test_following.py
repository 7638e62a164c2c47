"""Links and notes are stepped through, and Enter opens what one is at: a link, or one fold of several."""

from pathlib import Path

import pytest

from briefreader.keymap import load_keymap
from briefreader.library import Library
from briefreader.ui.outside import programs
from tests.ui.conftest import Opens
from tests.ui.reader import Reader

TEXT = """Where the papers are

The first paper lies at https://papers.example/one, said the clerk of the archive on Monday.

Advertisement

A second one can be read at www.papers.example/two (for now), and nobody knows of any third paper.

Leave a Reply

Nothing more was said about the papers on that day, or on any other day of that long week in spring.
"""


@pytest.fixture
def library(home: Path, tmp_path: Path) -> Library:
    """One article with two addresses in it."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "papers.txt").write_text(TEXT, "utf-8")
    library = Library.open(folder)
    library.sync()
    return library


async def test_one_steps_from_address_to_address_and_back(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        lit = []
        for key in ("i", "i", "I"):
            await reader.press(key)
            lit.append(reader.lit)
        assert lit == [
            "https://papers.example/one",
            "www.papers.example/two",
            "https://papers.example/one",
        ]


async def test_beyond_the_last_address_and_before_the_first_it_is_said(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        told = []
        for keys in ("i", "i", "i", "I", "I", "9i", "9I"):
            await reader.press(*keys)
            told.append((reader.lit, reader.said))
        one, two = "https://papers.example/one", "www.papers.example/two"
        assert told == [
            (one, ""),
            (two, ""),
            (two, "No further link"),
            (one, ""),
            (one, "No earlier link"),
            (two, "No further link"),
            (one, "No earlier link"),
        ]


async def test_beyond_the_last_paragraph_and_before_the_first_it_is_said(opened: Opens) -> None:
    async with opened(size=(80, 20)) as reader:
        await reader.read()
        view, starts = reader.main.desk.article, [each.start for each in reader.article.paragraphs]
        told = []
        for keys in ("gg{", *["}"] * len(starts), "{", "9{", "2}", "9}", "{"):
            await reader.press(*keys)
            told.append((view.place, reader.said))
        last = starts[-1]
        assert told == [
            (0, "No earlier paragraph"),
            *((start, "") for start in starts[1:]),
            (last, "No further paragraph"),
            (starts[-2], ""),
            (starts[0], "No earlier paragraph"),
            (starts[2], ""),
            (last, "No further paragraph"),
            (starts[-2], ""),
        ]


async def test_enter_hands_the_address_stepped_to_to_the_browser(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[str | None] = []

    def browser(_settings: object, address: str | None) -> list[str]:
        visited.append(address)
        return ["true"]

    monkeypatch.setattr(programs, "browser", browser)
    async with opened() as reader:
        await reader.read()
        await reader.press("2", "i", "enter")
        assert visited == ["https://www.papers.example/two"]


async def test_enter_opens_one_fold_of_several_and_closes_it_again(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        view = reader.main.desk.article
        assert len(view.folds_in_sight) == 2
        await reader.press("2", "enter")
        assert view.open_folds == {1}
        await reader.press("2", "enter")
        assert view.open_folds == frozenset()
        await reader.press("enter")
        assert view.open_folds == {0}


@pytest.mark.parametrize(
    ("preset", "opening", "closing"),
    [("default", ("g", "+"), ("g", "-")), ("vim", ("z", "R"), ("z", "M")), ("less", ("-", "+"), ("-", "-"))],
)
async def test_all_folds_are_opened_and_closed_whatever_is_open(
    opened: Opens, preset: str, opening: tuple[str, str], closing: tuple[str, str]
) -> None:
    async with opened(keymap=load_keymap(preset=preset)) as reader:
        await reader.read()
        view = reader.main.desk.article
        await reader.press("2", "enter", *opening)
        assert view.open_folds == {0, 1}
        await reader.press(*opening)
        assert view.open_folds == {0, 1}
        await reader.press("2", "enter", *closing)
        assert view.open_folds == frozenset()


async def test_notes_are_stepped_through_both_ways_and_round(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await note(reader, "f", "clerk")
        await note(reader, "f", "nobody")
        await reader.until(lambda: len(reader.main.desk.article.highlights["note"].spans) == 2)
        told = []
        for key in ("P", "P", "p", "p"):
            await reader.press(key)
            told.append(reader.said)
        assert told == ["Note: on nobody", "Note: on clerk", "Note: on nobody", "Note: on clerk"]


async def note(reader: Reader, key: str, words: str) -> None:
    await reader.press(key)
    await reader.type(words)
    await reader.press("enter")
    await reader.until(lambda: reader.lit == words)
    await reader.press("a")
    await reader.type(f"on {words}")
    await reader.press("enter")
    await reader.press("escape")
