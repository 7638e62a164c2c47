"""Titles on the frames of the panes."""

from __future__ import annotations

import pytest

from briefreader.ui.widgets.article_list import ArticleList
from briefreader.ui.widgets.framed import entitle
from tests.widgets.stage import staged


async def test_a_title_is_shown_as_written_and_painted_only_when_it_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = ArticleList()
    async with staged(rows):
        entitle(rows, "5 [b]articles[/b] [", "43%")
        assert rows.border_title == "5 \\[b]articles\\[/b] ["
        painted: list[object] = []
        monkeypatch.setattr(rows, "refresh", lambda *regions, **_: painted.append(regions))
        entitle(rows, "5 [b]articles[/b] [", "43%")
        assert not painted
        entitle(rows, "5 [b]articles[/b] [", "44%")
        assert len(painted) == 1
