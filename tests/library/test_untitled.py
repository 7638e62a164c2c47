"""An article without a title of its own is named in an export by words that open it."""

from __future__ import annotations

import pytest

from briefreader import Library
from tests.library.folder import Folder

OPENING = (
    "Officials of seven coastal counties want larger seats at the long table of the harbour board of the "
    "old town of Varnholm, where they were heard on Monday."
)


@pytest.mark.parametrize("format", ["markdown", "json", "csv", "bibtex", "csl"])
def test_its_name_ends_behind_a_word_that_may_stand_last_and_says_that_there_is_more(
    library: Library, folder: Folder, format: str
) -> None:
    folder.put("a.txt", f"{OPENING}\n\nNothing was decided.\n".encode())
    library.sync()
    text = library.export([library.info("a.txt")], format)
    named = OPENING.partition(" of the old")[0]
    assert f"{named}…" in text
    assert f"{named} of" not in text.replace(OPENING, "")  # the text itself, where a format gives it
