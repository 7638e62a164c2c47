"""Panes appear by the width of the terminal, and stay as the reader arranges them."""

import threading
from dataclasses import replace

import pytest

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.contents.arrangement import Wishes, arrange, widened
from briefreader.ui.widgets.article_layout import Setting
from tests.ui.conftest import Opens
from tests.ui.reader import PATIENCE_S


@pytest.mark.parametrize(
    ("columns", "panes"),
    [(60, {"list"}), (79, {"list"}), (80, {"list", "article"}), (119, {"list", "article"})],
)
def test_narrow_terminals_show_fewer_panes(columns: int, panes: set[str]) -> None:
    assert set(arrange(columns, Wishes(), "list").widths) == panes


@pytest.mark.parametrize("columns", [120, 200])
def test_wide_terminals_show_all_three(columns: int) -> None:
    shown = arrange(columns, Wishes(), "list")
    assert set(shown.widths) == {"list", "article", "sidebar"}
    assert sum(shown.widths.values()) == columns
    assert not shown.drawer


def test_at_two_panes_the_names_come_as_a_drawer_when_one_goes_there() -> None:
    assert arrange(100, Wishes(), "sidebar").drawer
    assert not arrange(100, Wishes(), "article").shows("sidebar")


def test_a_zoomed_pane_has_the_screen_to_itself() -> None:
    assert set(arrange(200, Wishes(zoomed=True), "article").widths) == {"article"}


def test_widening_never_leaves_the_article_too_narrow() -> None:
    wishes = Wishes()
    for _ in range(100):
        wishes = widened(120, wishes, "list", 1)
        wishes = widened(120, wishes, "sidebar", 1)
    assert arrange(120, wishes, "list").widths["article"] >= 40


def test_remembered_wishes_that_make_no_sense_are_passed_over() -> None:
    assert Wishes.from_data({"list_width": "wide", "zoomed": 3, "colour": 1, "list_shown": False}) == Wishes(
        list_shown=False
    )
    assert Wishes.from_data([1, 2]) == Wishes()


async def test_tab_goes_round_the_panes(opened: Opens) -> None:
    async with opened() as reader:
        places = []
        for _ in range(3):
            await reader.press("tab")
            places.append(reader.place)
        assert places == ["article", "sidebar", "list"]


async def test_below_eighty_columns_opening_an_article_shows_it_alone(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        desk = reader.main.desk
        assert (desk.list.display, desk.article.display) == (True, False)
        await reader.press("enter")
        await reader.until(lambda: desk.article.display)
        assert not desk.list.display
        await reader.press("escape")
        assert (desk.list.display, desk.article.display) == (True, False)


async def test_a_layout_is_remembered_for_its_size_of_terminal(opened: Opens) -> None:
    async with opened(size=(120, 36)) as reader:
        width = reader.main.panes.shown.widths["list"]
        await reader.press(">", ">")
        wider = reader.main.panes.shown.widths["list"]
        assert wider > width
        await reader.pilot.resize_terminal(140, 40)
        await reader.until(lambda: reader.main.size.width == 140 and reader.main.panes.wishes == Wishes())
        await reader.pilot.resize_terminal(120, 36)
        await reader.until(lambda: reader.main.panes.shown.widths["list"] == wider)


async def test_e_hides_the_names_and_brings_them_back(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("e")
        assert not reader.main.desk.sidebar.display
        await reader.press("e")
        assert reader.main.desk.sidebar.display
        assert reader.place == "sidebar"


async def test_names_that_lie_over_the_text_go_when_one_goes_to_a_mention(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.read_names()
        await reader.press("e", "j", "enter")
        await reader.until(lambda: reader.landed)
        assert reader.place == "article"
        assert not reader.main.desk.sidebar.display
        await reader.press("e")
        assert reader.place == "sidebar"
        assert reader.main.desk.sidebar.display


async def test_longer_lines_and_wider_spacing_are_kept_for_the_next_time(opened: Opens) -> None:
    async with opened(size=(200, 50)) as reader:
        await reader.read()
        await reader.press(")", ")", ",")
        assert reader.said == "2 empty lines between paragraphs"
        setting = reader.main.desk.article.setting
    async with opened(size=(60, 20)) as reader:
        await reader.read()
        assert reader.main.desk.article.setting == setting == Setting(84, 2)


async def test_lines_made_as_wide_as_a_narrow_pane_are_as_usual_in_a_wide_one(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.read()
        await reader.press("(", "(")
        assert reader.main.desk.article.setting.measure < 40
        await reader.press(*")))))")
        assert reader.main.desk.article.setting == Setting()


async def test_a_glance_never_takes_the_place_of_an_article_that_is_being_opened(
    opened: Opens, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as reader:
        gate, read = threading.Event(), library.article
        monkeypatch.setattr(library, "article", lambda ref: gate.wait(PATIENCE_S) and read(ref))
        await reader.press("enter")
        reader.main.opening.preview(reader.main.desk.list.listing[1])
        gate.set()
        await reader.until(lambda: reader.place == "article")
        assert reader.article.title == reader.titles[0]


async def test_whoever_leaves_the_list_in_haste_finds_the_article_under_the_cursor(opened: Opens) -> None:
    async with opened(size=(120, 36)) as reader:
        await reader.until(lambda: reader.article and reader.main.desk.list.at_rest)
        await reader.press("G", "tab")
        await reader.until(lambda: reader.article and reader.article.title == reader.titles[-1])
        assert reader.place == "article"


@pytest.mark.parametrize("keys", [("tab",), ("e",), ("tab", "tab")], ids="+".join)
async def test_whoever_leaves_a_list_that_fills_the_screen_finds_the_article_under_the_cursor(
    opened: Opens, keys: tuple[str, ...]
) -> None:
    async with opened(size=(60, 20)) as reader:
        for turn in (("j",), ("G",)):
            await reader.press(*turn)
            await reader.until(lambda: reader.main.desk.list.at_rest)
            chosen = reader.main.desk.list.article
            await reader.press(*keys)
            await reader.until(lambda wanted=chosen.id: reader.article and reader.article.id == wanted)
            await reader.until(lambda: reader.names)
            assert reader.place != "list"
            await reader.press(*("escape" for _ in keys), "escape")
            await reader.until(lambda: reader.place == "list")


async def test_an_article_gone_back_to_stays_wherever_the_cursor_of_the_list_is(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.read()
        first = reader.article
        await reader.press("J")
        await reader.until(lambda: reader.article.id != first.id)
        await reader.press("escape", "G", "ctrl+o")
        await reader.until(lambda: reader.place == "article" and reader.article.id == first.id)
        await reader.press("h", "l")
        assert reader.place == "article"
        assert reader.article.id == first.id


async def test_without_previews_only_an_empty_pane_is_filled_on_leaving_the_list(
    opened: Opens, settings: Settings
) -> None:
    settings = replace(settings, reading=replace(settings.reading, preview=False))
    async with opened(settings=settings) as reader:
        await reader.until(lambda: reader.main.desk.list.at_rest)
        assert reader.article is None
        await reader.press("tab")
        await reader.until(lambda: reader.article)
        assert reader.article.title == reader.titles[0]
        await reader.press("h", "G")
        await reader.until(lambda: reader.main.desk.list.at_rest)
        await reader.press("tab", "tab")
        assert reader.article.title == reader.titles[0]


async def test_the_key_to_leave_goes_from_a_lone_pane_to_the_list_first(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.place == "article")
        await reader.press("q")
        assert reader.place == "list"
        assert reader.app.is_running
