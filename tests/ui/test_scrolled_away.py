"""Who scrolls away from the span stepped to goes on from what is in sight, not from where the span was."""

from pathlib import Path

import pytest

from briefreader.library import Library
from tests.ui.conftest import Opens
from tests.ui.reader import Reader

PAPERS = "\n\n".join(
    f"Paper {number} of the archive lies at https://papers.example/{number}/ and was read by Mary Webb."
    for number in range(1, 61)
)


@pytest.fixture
def library(home: Path, tmp_path: Path) -> Library:
    """One long article with an address and a name in each paragraph."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "papers.txt").write_text(PAPERS, "utf-8")
    library = Library.open(tmp_path / "papers")
    library.sync()
    return library


async def far_down(reader: Reader, *keys: str) -> None:
    """Step to something far down the article and go back to its top."""
    await reader.read()
    await reader.press(*keys)
    await reader.press("g", "g")
    await reader.until(lambda: reader.main.desk.article.scroll_offset.y == 0)


async def test_the_next_address_is_the_first_in_sight(opened: Opens) -> None:
    async with opened() as reader:
        await far_down(reader, "5", "0", "i")
        assert reader.lit == "https://papers.example/50/"
        await reader.press("i")
        assert reader.lit == "https://papers.example/1/"


async def test_the_next_name_is_the_first_in_sight(opened: Opens) -> None:
    async with opened() as reader:
        await far_down(reader, "5", "0", "m")
        await reader.press("m")
        view = reader.main.desk.article
        assert reader.lit == "Mary Webb"
        assert view.current is not None
        assert view.current.start < view.text.index("Paper 2 ")


async def test_the_next_find_is_the_first_in_sight(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await reader.press("f")
        await reader.type("archive")
        await reader.press("enter")
        await reader.until(lambda: reader.lit == "archive")
        await far_down(reader, "4", "0", "n")
        await reader.press("n")
        view = reader.main.desk.article
        assert view.current is not None
        assert view.current.start < view.text.index("Paper 2 ")


async def test_a_note_lands_on_what_is_in_sight(opened: Opens) -> None:
    async with opened() as reader:
        await far_down(reader, "5", "0", "i")
        await reader.press("a")
        await reader.type("see here")
        await reader.press("enter")
        view = reader.main.desk.article
        await reader.until(lambda: view.highlights["note"].spans)
        assert view.highlights["note"].spans[0].start < view.text.index("Paper 2 ")


async def test_enter_does_not_visit_an_address_out_of_sight(opened: Opens) -> None:
    async with opened() as reader:
        await far_down(reader, "5", "0", "i")
        assert not reader.main.possible("article.follow")
        await reader.press("i")
        assert reader.main.possible("article.follow")
