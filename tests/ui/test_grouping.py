"""A reader puts the list under headings and goes from heading to heading."""

import threading

import pytest

from briefreader.library import Library
from briefreader.model import Stories
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def headings(reader: Reader) -> list[str]:
    return [group.label for group in reader.main.desk.list.plan.groups]


async def grouped_by(reader: Reader, kind: str) -> None:
    while reader.main.listing.scope.group != kind:
        await reader.press("D")
    await reader.until(lambda: reader.main.listing.found.scope.group == kind)


async def test_days_are_headings_in_the_order_of_the_list(opened: Opens) -> None:
    async with opened() as reader:
        await grouped_by(reader, "day")
        shown = reader.main.desk.list
        for group in shown.plan.groups:
            days = {shown.listing[group.start + row].published[:10] for row in range(group.count)}
            assert len(days) == 1
        assert len(set(headings(reader))) == len(headings(reader)) > 1


async def test_sources_bring_their_articles_together(opened: Opens) -> None:
    async with opened() as reader:
        before = sorted(reader.titles)
        await grouped_by(reader, "source")
        shown = reader.main.desk.list
        for group in shown.plan.groups:
            sources = {shown.listing[group.start + row].source for row in range(group.count)}
            assert sources == {group.label}
        assert sorted(reader.titles) == before


async def test_stories_come_before_what_is_in_none(opened: Opens) -> None:
    async with opened() as reader:
        await grouped_by(reader, "story")
        told = {
            story.title for story in reader.main.desk.library.stories().stories if len(story.articles) > 1
        }
        assert set(headings(reader)) <= told | {"In no story"}
        assert "In no story" not in headings(reader)[:-1]


async def test_while_headings_are_worked_out_keys_answer_and_the_list_says_what_it_waits_for(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out, stories = threading.Event(), Library.stories

    def slow(library: Library) -> Stories:
        worked_out.wait()
        return stories(library)

    monkeypatch.setattr(Library, "stories", slow)
    async with opened() as reader:
        rows = reader.main.desk.list
        await reader.press("D", "D", "D")
        assert reader.said == "Grouping by story …"
        await reader.press("j", "j")
        assert rows.cursor == 2
        assert str(rows.border_title) == "Grouping by story …"
        article = rows.article
        worked_out.set()
        await reader.until(lambda: reader.main.listing.found.scope.group == "story")
        assert "articles" in str(rows.border_title)
        assert rows.article == article


async def test_the_cursor_goes_from_heading_to_heading_and_stays_on_its_article(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("j", "j")
        kept = reader.main.desk.list.article
        await grouped_by(reader, "source")
        shown = reader.main.desk.list
        assert shown.article == kept
        await reader.press("g", "g", "}")
        assert shown.cursor == shown.plan.groups[1].start
        await reader.press("{")
        assert shown.cursor == 0


async def test_a_search_keeps_the_headings_and_its_hit_lines(opened: Opens) -> None:
    async with opened() as reader:
        await grouped_by(reader, "day")
        await reader.press("slash")
        await reader.type("talks")
        await reader.until(lambda: reader.main.listing.found.hits)
        assert headings(reader)
        assert reader.main.desk.list.plan.height == 3


async def test_where_no_heading_follows_or_precedes_that_is_said(opened: Opens) -> None:
    async with opened() as reader:
        await grouped_by(reader, "day")
        rows = reader.main.desk.list
        await reader.press("g", "g", "left_curly_bracket")
        assert (rows.cursor, reader.said) == (0, "This is the first heading")
        last = rows.plan.groups[-1].start
        await reader.press("9", "9", "right_curly_bracket")
        assert (rows.cursor, reader.said) == (last, "")
        await reader.press("right_curly_bracket")
        assert (rows.cursor, reader.said) == (last, "This is the last heading")
