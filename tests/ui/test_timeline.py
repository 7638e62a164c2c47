"""Counting articles over time and drawing the counts."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.contents.timeline import axis, blocks
from tests.ui.conftest import Opens
from tests.ui.reader import Reader

DAYS = st.lists(st.dates(date(1995, 1, 1), date(2030, 1, 1)), min_size=1, max_size=40)


@given(DAYS)
def test_every_article_is_counted_once_where_the_time_fits(days: list[date]) -> None:
    scale = axis(days, 500)
    assert sum(scale.count(days)) == len(days)


@given(DAYS, st.integers(5, 60))
def test_the_line_never_outgrows_its_room(days: list[date], width: int) -> None:
    assert 0 < len(axis(days, width).starts) <= width


def test_a_few_days_are_drawn_by_day_and_years_by_month() -> None:
    start = date(2022, 1, 1)
    assert axis([start, start + timedelta(days=20)], 40).step == "day"
    assert axis([start, start + timedelta(days=200)], 40).step == "week"
    assert axis([start, start + timedelta(days=900)], 40).step == "month"


def test_the_step_chosen_is_kept_and_shows_the_last_of_what_does_not_fit() -> None:
    start = date(2022, 1, 1)
    scale = axis([start, start + timedelta(days=900)], 40, "day")
    assert scale.step == "day"
    assert scale.starts[-1] == start + timedelta(days=900)
    assert len(scale.starts) == 40


def test_the_ruler_names_a_step_over_its_own_cell() -> None:
    start = date(2022, 1, 1)
    scale = axis([start, start + timedelta(days=29)], 40)
    assert scale.ruler(30) == "2022-01-01  2022-01-13"
    assert scale.starts[12] == date(2022, 1, 13)


def test_the_highest_count_fills_its_cell_and_nothing_is_a_blank() -> None:
    assert blocks([0, 1, 8]) == " ▁█"
    assert blocks([0, 1, 8], ascii_only=True) == " .@"
    assert blocks([]) == ""


async def test_a_name_chosen_in_the_timeline_narrows_the_list(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        await reader.press("g", "t")
        await reader.until(lambda: reader.screen.context == "view" and reader.screen.rows.count > 2)
        await reader.press("G", "enter")
        await reader.until(lambda: len(reader.titles) < everything)
        assert reader.main.listing.scope.only


async def test_a_pair_chosen_narrows_the_list_to_both(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("g", "w")
        await reader.until(lambda: reader.screen.context == "view" and reader.screen.rows.count)
        await reader.press("enter")
        await reader.until(lambda: len(reader.main.listing.scope.only) == 2)


async def open_timeline(reader: Reader) -> None:
    await reader.press("g", "t")
    await reader.until(lambda: reader.screen.context == "view" and reader.screen.rows.count > 2)


async def test_the_timeline_counts_by_the_step_chosen(opened: Opens) -> None:
    async with opened() as reader:
        await open_timeline(reader)
        titles = []
        for _ in range(4):
            await reader.press("s")
            titles.append(str(reader.screen.rows.border_title).rsplit(" ", 1)[-1])
        assert titles == ["day", "week", "month", "day"]


async def test_a_rare_name_gets_its_row_by_typing_part_of_it(opened: Opens) -> None:
    async with opened() as reader:
        await open_timeline(reader)
        assert "Alexander Grushko" not in leads(reader)
        await reader.press("f")
        await reader.type("grush")
        await reader.until(lambda: "Alexander Grushko" in leads(reader))
        await reader.press("enter", "escape")
        await reader.until(lambda: "Russia" in leads(reader))


async def test_a_source_chosen_in_the_timeline_narrows_the_list(opened: Opens) -> None:
    async with opened() as reader:
        await open_timeline(reader)
        source = leads(reader)[1]
        await reader.press("2", "G", "enter")
        await reader.until(lambda: len(reader.titles) < 17)
        listed = reader.main.desk.list.listing
        assert {article.source for article in listed} == {source}


def leads(reader: Reader) -> list[str]:
    rows = reader.screen.rows
    return [rows.paint(row, 0, 200)[1].text.strip() for row in range(rows.count)]


def test_a_few_steps_are_drawn_wide_with_their_names_above_them() -> None:
    start = date(2022, 1, 3)
    scale = axis([start, start + timedelta(days=20)], 40, "week")
    assert scale.cells(40) == 8
    assert blocks([1, 0, 2], cells=3) == "▄▄▄   ███"
    assert scale.ruler(40) == "2022-01-03      2022-01-17"


def test_dates_from_the_first_year_to_the_last_are_cut_at_once() -> None:
    scale = axis([date.min, date.max], 40)
    assert (scale.step, scale.label(-1), len(scale.starts)) == ("month", "9999-12", 40)
    assert axis([date.min], 40).starts == (date.min,)
    assert axis([date.max], 40).starts == (date.max,)


async def test_numbers_stand_beside_the_bars_under_their_names(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        await open_timeline(reader)
        screen = reader.screen
        heading = screen.rows.plan.groups[0].label
        assert heading.split()[:3] == ["Articles", "all", "most"]
        days = [date.fromisoformat(article.published[:10]) for article in reader.main.desk.list.listing]
        weeks = Counter(day.isocalendar()[:2] for day in days)
        assert screen.rows.choice.title.split() == [str(len(days)), str(max(weeks.values()))]


async def test_articles_without_a_date_have_a_row_of_their_own(
    home: Path, tmp_path: Path, settings: Settings
) -> None:
    for number, head in enumerate(("date: 2022-01-05\n", "", "")):
        text = f"---\ntitle: Brief {number}\n{head}---\n\nBorrell met Blinken in Brussels, {number} said.\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    with Library.open(tmp_path) as library:
        library.sync()
        reader = Reader(ReaderApp(library, settings=settings))
        async with reader.app.run_test(size=(60, 20), message_hook=reader.notice) as reader.pilot:
            await reader.until(lambda: len(reader.titles) == 3)
            await open_timeline(reader)
            rows = reader.screen.rows
            shown = ["".join(part.text for part in rows.paint(row, 0, 56)).split() for row in (0, 1)]
            assert shown[0][1:-1] == ["All", "that", "have", "a", "date", "1", "1"]
            assert shown[1] == ["Without", "a", "date", "2"]
            assert [group.label.split()[0] for group in rows.plan.groups] == ["Articles", "Sources", "Names"]
