"""The sidebar and the status bar, each alone on a stage."""

from __future__ import annotations

import pytest

from briefreader.model import ArticleInfo, Entity, Occurrence, Progress
from briefreader.ui.widgets.entity_sidebar import EntityRow, EntitySidebar
from briefreader.ui.widgets.kwic_list import KwicList
from briefreader.ui.widgets.status_bar import StatusBar
from tests.widgets.stage import heard, lines, resized, staged

NAMES = [
    EntityRow(Entity("o", "[/b] Port Union", "organization", (), 23, 4), 11),
    EntityRow(Entity("p", "Ada Quill", "person", (), 12_345, 4), 2),
    EntityRow(Entity("q", "Bo Rund 語\x1b[2J", "person", (), 8, 2), 1, chosen=True),
]


async def test_names_stand_under_their_type_with_both_counts() -> None:
    names = EntitySidebar()
    async with staged(names, (30, 12)):
        names.show(NAMES)
        assert [line.split() for line in lines(names)[:5]] == [
            ["People", "2", "here", "all"],
            ["▌", "Ada", "Quill", "2", "12k"],
            ["✓Bo", "Rund", "語␛[2J", "1", "8"],
            ["Organisations", "1"],
            ["[/b]", "Port", "Union", "11", "23"],
        ]
        assert {names.render_line(y).cell_length for y in range(12)} == {30}


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (999, "999"),
        (1_000, "1.0k"),
        (6_088, "6.1k"),
        (9_999, "10k"),
        (21_949, "22k"),
        (999_999, "1.0M"),
        (123_456_789, "123M"),
    ],
)
async def test_counts_of_any_size_stay_apart(number: int, shown: str) -> None:
    names = EntitySidebar()
    async with staged(names, (30, 6)):
        names.show([EntityRow(Entity("p", "Ada Quill", "person", (), number, 4), number)])
        assert lines(names)[1].split()[-2:] == [shown, shown]


async def test_the_cursor_stays_on_its_name_when_the_counts_change() -> None:
    names = EntitySidebar()
    async with staged(names, (30, 12)):
        names.show(NAMES)
        names.go_bottom()
        names.show(NAMES[:1])
        assert names.entity == NAMES[0].entity
        names.show([])
        assert names.entity is None


async def test_the_cursor_goes_along_to_names_in_sight_and_turns_no_page() -> None:
    names = EntitySidebar()
    async with staged(names, (30, 4)):
        names.show(NAMES)
        assert names.go_to_entity("q", unseen=False)
        assert names.entity == NAMES[2].entity
        assert names.go_to_entity("o", unseen=False)
        assert names.entity == NAMES[2].entity
        assert names.go_to_entity("o")
        assert names.entity == NAMES[0].entity


async def test_a_filter_that_no_name_has_says_so() -> None:
    names = EntitySidebar()
    async with staged(names, (40, 12)):
        names.filter = "[b]zz"
        names.show([])
        assert lines(names)[0].strip() == "No name has “[b]zz” in it"


async def test_choosing_a_name_tells_it() -> None:
    names = EntitySidebar()
    async with staged(names, (30, 12)) as pilot:
        names.show(NAMES)
        names.move(1)
        names.choose()
        await pilot.pause()
        (chosen,) = heard(pilot, EntitySidebar.EntityChosen)
        assert isinstance(chosen, EntitySidebar.EntityChosen)
        assert chosen.entity.id == "q"


async def test_ten_thousand_names_are_no_burden() -> None:
    names = EntitySidebar()
    async with staged(names, (30, 12)):
        names.show(EntityRow(Entity(str(n), f"Name {n}", "person"), 1) for n in range(10_000))
        names.go_bottom()
        assert "Name 9999" in lines(names)[11]


async def test_the_status_line_holds_what_fits() -> None:
    bar = StatusBar()
    async with staged(bar, (70, 1)) as pilot:
        bar.where, bar.filtered, bar.message = "3/17", "“[/b] gas”", "Saved [red]"
        bar.progress = Progress("entities", 61, 100)
        bar.hints = (("?", "Help"), ("/", "Search"), ("q", "Quit"))
        await pilot.pause()
        line = lines(bar)[0]
        assert line.startswith(" 3/17  “[/b] gas”  █████░░░ names 61%  Saved [red] ")
        assert line.rstrip().endswith("? Help")
        await resized(pilot, 100, 1)
        assert lines(bar)[0].rstrip().endswith("? Help  / Search  q Quit")
        assert bar.render_line(0).cell_length == 100


async def test_a_long_sentence_leaves_room_for_help_and_the_way_back() -> None:
    bar = StatusBar()
    async with staged(bar, (80, 1)):
        bar.message = "word " * 40
        bar.hints = (("Enter", "Read"), ("/", "Search"), ("?", "Help"), ("Esc", "Back"), ("q", "Leave"))
        assert lines(bar)[0].rstrip().endswith("? Help  Esc Back  q Leave")
        bar.message = ""
        assert lines(bar)[0].rstrip().endswith("Enter Read  / Search  ? Help  Esc Back  q Leave")


async def test_a_sentence_that_fits_into_the_line_is_shown_whole_before_anything_else() -> None:
    bar = StatusBar()
    async with staged(bar, (80, 1)):
        bar.where, bar.filtered = "hit 2/4", "“security guarantees” AND nato"
        bar.hints = (("/", "Search"), ("?", "Help"), ("Esc", "Back"), ("q", "Leave"))
        bar.message = "Copied the passage; also in ~/.local/state/briefreader/copied.txt"
        assert (
            lines(bar)[0].rstrip()
            == " hit 2/4  Copied the passage; also in ~/.local/state/briefreader/copied.txt"
        )
        bar.message = ""
        assert "AND nato" in lines(bar)[0]


async def test_a_long_sentence_is_cut_and_not_wrapped() -> None:
    bar = StatusBar()
    async with staged(bar, (30, 1)):
        bar.message = "語" * 40
        assert lines(bar)[0].rstrip().endswith("…")
        assert bar.render_line(0).cell_length == 30


async def test_a_line_of_a_concordance_says_which_article_where_source_or_date_are_unknown() -> None:
    known = {"source": "Varnholm Lantern", "published": "2031-03-04"}
    articles = [
        ArticleInfo(id="a", path="a.txt", title="The ferry is late", **known),
        ArticleInfo(id="b", path="b.txt", title="The ferry is late", published="2031-03-04"),
        ArticleInfo(id="c", path="c.txt", title="The ferry is late"),
        ArticleInfo(id="d", path="sea/d.txt", title=""),
    ]
    rows = KwicList()
    async with staged(rows, (120, 6)):
        rows.show([Occurrence(each, 0, 4, "Quill", "said ", " now") for each in articles])
        told = [line[1:24].strip() for line in lines(rows)[:4]]
    assert told == ["2031-03-04 Varnholm La…", "2031-03-04 The ferry i…", "The ferry is late", "sea/d.txt"]
