"""The page on the Python interface names every method of the library, and none that is not there."""

from __future__ import annotations

import re

from briefreader import Library
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8")
PUBLIC = {name for name in dir(Library) if not name.startswith("_")}


def test_every_method_of_the_library_is_on_the_page() -> None:
    assert {name for name in PUBLIC if not re.search(rf"\b{name}\b[`(.]", PAGE)} == set()


def test_every_method_of_the_last_table_is_one_of_the_library() -> None:
    table = PAGE.partition("| subject | methods |")[2]
    named = set(re.findall(r"`(\w+)(?:\([^`]*)?`", table)) - {"with"}
    assert len(named) > 15
    assert named - PUBLIC == set()
