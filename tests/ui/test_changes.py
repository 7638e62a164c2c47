"""What a key changes is written, in order, and seen by whatever looks afterwards."""

from __future__ import annotations

from threading import Event

import pytest

from briefreader.library import Library
from briefreader.library.marks import MarksBook
from briefreader.ui.changes import Changes
from briefreader.ui.screens.notebook import NotebookScreen
from tests.ui.conftest import Opens
from tests.ui.reader import PATIENCE_S


def test_changes_are_written_in_the_order_of_their_keys() -> None:
    changes, done, gate = Changes(), [], Event()
    changes.add(lambda: (gate.wait(), done.append("first"))[1])
    changes.add(lambda: done.append("second"))
    settled = changes.barrier()
    gate.set()
    settled()
    assert done == ["first", "second"]


def test_leaving_waits_for_what_is_still_to_be_written() -> None:
    changes, done = Changes(), []
    for number in range(50):
        changes.add(lambda number=number: done.append(number))  # type: ignore[misc]
    changes.close()
    assert done == list(range(50))


async def test_the_notebook_shows_the_quote_collected_a_key_before(
    opened: Opens, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook_opened, add = Event(), MarksBook.add_note

    def add_late(*arguments: object) -> object:
        notebook_opened.wait(PATIENCE_S)
        return add(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(MarksBook, "add_note", add_late)
    async with opened() as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.place == "article")
        await reader.press('"', "g", "n")
        await reader.until(lambda: isinstance(reader.screen, NotebookScreen))
        assert reader.screen.rows.empty_text == "Reading …"
        notebook_opened.set()
        await reader.until(lambda: reader.screen.rows.count == 1)
        assert library.marks.notes()[0].article == reader.article.id
