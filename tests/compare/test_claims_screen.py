"""Three accounts and more: the table of claims, by its keys."""

from __future__ import annotations

import json
from pathlib import Path

from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.screens.compare import CompareScreen
from briefreader.ui.screens.compare_coverage import CoverageScreen
from tests.compare.comparing import compare
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


async def add_account(reader: Reader, accounts: int) -> CoverageScreen:
    """Take the first account offered, and wait for the claims of ``accounts`` of them."""
    await reader.press("+")
    await reader.until(lambda: isinstance(reader.screen, Chooser))
    await reader.press("enter")
    await reader.until(
        lambda: (
            isinstance(reader.screen, CoverageScreen)
            and reader.screen.found
            and len(reader.screen.found.articles) == accounts
        )
    )
    screen = reader.screen
    assert isinstance(screen, CoverageScreen)
    return screen


async def test_a_fourth_account_gets_a_letter_and_a_column_of_its_own(opened: Opens) -> None:
    async with opened() as reader:
        await compare(reader)
        await add_account(reader, 3)
        screen = await add_account(reader, 4)
        assert len({article.id for article in screen.found.articles}) == 4
        assert all(len(choice.lead.split()) == 4 for choice in screen.rows._choices)
        assert any(choice.lead.split()[3] == "D" for choice in screen.rows._choices)


async def test_a_note_on_a_claim_goes_into_each_account_that_makes_it(opened: Opens) -> None:
    async with opened() as reader:
        await compare(reader)
        screen = await add_account(reader, 3)
        makers = {passage.article for passage in screen.claim.passages}
        await reader.press("a")
        await reader.type("ask the envoy")
        await reader.press("enter")
        await reader.until(lambda: "Noted" in screen.status.message)
        notes = reader.app.library.marks.notes()
        assert {note.article for note in notes} == makers
        assert {note.text for note in notes} == {"ask the envoy"}


async def test_a_claim_of_three_accounts_asks_which_two_to_set_side_by_side(opened: Opens) -> None:
    async with opened() as reader:
        compared = await compare(reader)
        screen = await add_account(reader, 3)
        third = screen.found.articles[2].id
        place = next(n for n, c in enumerate(screen.rows._choices) if len(c.value.passages) == 3)
        screen.rows.go_to(place)
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, Chooser))
        assert len(reader.screen._choices) == 3
        await reader.press("down", "down", "enter")
        await reader.until(
            lambda: (
                reader.screen is compared
                and third in {article.id for article in compared.linking.found.articles}
            )
        )
        assert isinstance(reader.screen, CompareScreen)
        span = compared.linking.links.span
        sides = compared.linking.found.articles
        pair = {(sides[n].id, span(compared.linking.current, n).start) for n in (0, 1)}
        claim = screen.rows._choices[place].value
        assert {article for article, _ in pair} < {passage.article for passage in claim.passages}


async def test_the_links_of_all_three_accounts_are_written_to_a_file(opened: Opens, tmp_path: Path) -> None:
    async with opened() as reader:
        await compare(reader)
        screen = await add_account(reader, 3)
        await reader.press("E")
        await reader.type(str(tmp_path / "three.json"))
        await reader.press("enter")
        await reader.until(lambda: "Written" in screen.status.message)
        text = (tmp_path / "three.json").read_text("utf-8")
        assert json.loads(text)["version"] == 1
        assert all(
            article.title in json.dumps(json.loads(text), ensure_ascii=False)
            for article in screen.found.articles
        )
