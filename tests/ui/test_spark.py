"""A name's spark line: bars by month between the first and the last."""

from __future__ import annotations

from briefreader.ui.contents.spark import spark
from briefreader.ui.widgets import glyphs
from tests.ui.conftest import Opens

BARS = glyphs.UNICODE.bars


def test_the_month_with_most_articles_has_the_highest_bar() -> None:
    line = spark([("2021-11", 1), ("2021-12", 0), ("2022-01", 8)], 40, BARS)
    assert line == "2021-11 ▁ █ 2022-01"


def test_months_that_do_not_fit_share_a_bar() -> None:
    months = [(f"{2000 + at // 12}-{at % 12 + 1:02}", 1) for at in range(100)]
    line = spark(months, 30, BARS)
    assert len(line) <= 30
    assert line.startswith("2000-01 ")
    assert line.endswith(" 2008-04")


def test_a_single_month_is_named_and_nothing_is_said_of_undated_articles() -> None:
    assert spark([("2022-01", 3)], 30, BARS) == "2022-01"
    assert spark([], 30, BARS) == ""


async def test_the_frame_of_the_names_shows_when_the_one_under_the_cursor_was_in_the_news(
    opened: Opens,
) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab")
        await reader.until(lambda: reader.main.desk.sidebar.when)
        shown = str(reader.main.desk.sidebar.border_subtitle)
        months = reader.app.library.months(reader.main.naming.chosen.id)
        assert shown.startswith(months[0][0])
