"""What the list shows of an article, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefreader.model import ArticleInfo, Marks, Snippet, Span
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_list import ArticleList
from briefreader.ui.widgets.row_plan import Group
from tests.widgets.stage import heard, info, lines, staged


class Endless(Sequence[ArticleInfo]):
    """A hundred thousand articles, made when asked for; counts how often that is."""

    def __init__(self) -> None:
        self.asked = 0

    def __len__(self) -> int:
        return 100_000

    def __getitem__(self, row: int) -> ArticleInfo:  # type: ignore[override]
        self.asked += 1
        if not 0 <= row < len(self):
            raise IndexError(row)
        return info(row)


async def test_a_hundred_thousand_rows_are_asked_for_when_they_come_into_sight() -> None:
    rows, listing = ArticleList(), Endless()
    async with staged(rows, (40, 20)) as pilot:
        rows.show(listing)
        await pilot.pause()
        rows.go_bottom()
        await pilot.pause()
        assert "Report 99999" in lines(rows)[-1]
        assert listing.asked < 300


async def test_titles_are_shown_as_they_were_written() -> None:
    rows = ArticleList()
    async with staged(rows, (60, 20)):
        rows.show([info(1, "[/b] [red]US\x1b[2J \u202eSecretary[/] 語", source="[b]x")])
        assert "[/b] [red]US␛[2J" in lines(rows)[1]
        assert "Secretary[/] 語" in lines(rows)[1]
        assert "[b]x" in lines(rows)[0]
        assert not any(char in "".join(lines(rows)) for char in "\x1b\u202e")


@pytest.mark.parametrize(("columns", "height"), [(40, 2), (71, 2), (72, 1), (120, 1)])
async def test_a_row_takes_one_line_where_there_is_room_and_else_two(columns: int, height: int) -> None:
    rows = ArticleList()
    async with staged(rows, (columns, 20)):
        rows.show([info(1), info(2)])
        assert rows.plan.height == height
        assert "Report 1" in lines(rows)[height - 1]
        assert {rows.render_line(y).cell_length for y in range(20)} == {columns}


async def test_marks_are_told_by_signs() -> None:
    rows = ArticleList()
    marks = {1: Marks(read=True), 2: Marks(starred=True, notes=2, tags=("gas",)), 3: Marks(notes=1)}
    async with staged(rows, (40, 20)):
        rows.show([info(1), info(2), info(3)], marks=lambda article: marks[article.key])
        shown = lines(rows)
        assert "●" not in shown[0]
        assert shown[2].startswith(" ● 2022-01-03")
        assert shown[2].rstrip().endswith("★ ✎2 #gas")
        assert shown[4].rstrip().endswith("✎")


@pytest.mark.parametrize("columns", [40, 100])
async def test_a_selected_row_still_tells_its_marks(columns: int) -> None:
    rows = ArticleList()
    marks = {1: Marks(starred=True, notes=1), 2: Marks(read=True)}
    async with staged(rows, (columns, 20)) as pilot:
        rows.show([info(1), info(2)], marks=lambda article: marks[article.key])
        rows.select(article.id for article in rows.listing)
        await pilot.pause()
        first, second = (line for line in lines(rows) if "2022-01-0" in line)
        assert first[1:].startswith("✓●2022-01-02")
        assert first.rstrip().endswith("★ ✎")
        assert second[1:].startswith("✓ 2022-01-03")
        rows.marked = rows.listing[0].id
        await pilot.pause()
        assert lines(rows)[0][1:].startswith("=✓●2022-01-02")


@pytest.mark.parametrize("signs", [glyphs.UNICODE, glyphs.ASCII])
@pytest.mark.parametrize("columns", [40, 60, 100])
async def test_a_row_marked_for_comparison_and_selected_tells_both(
    columns: int, signs: glyphs.Glyphs
) -> None:
    glyphs.use(signs)
    rows = ArticleList()
    async with staged(rows, (columns, 20)) as pilot:
        listing = [info(1), info(2)]
        rows.show(listing, marks=lambda article: Marks(starred=True, read=article.key == 2))
        rows.select(article.id for article in listing)
        for marked, unread in ((listing[0], signs.unread), (listing[1], " ")):
            rows.marked = marked.id
            await pilot.pause()
            (both,) = (line for line in lines(rows) if marked.published and marked.published in line)
            (other,) = (line for line in lines(rows) if "2022-01-0" in line and line != both)
            assert both[1:].startswith(f"={signs.selected}{unread}{marked.published} ")
            assert both.rstrip().endswith(signs.star)
            assert {rows.render_line(y).cell_length for y in range(20)} == {columns}
            if rows.plan.height == 1:
                assert both.index("Heron Post") == other.index("Heron Post")


async def test_every_sign_has_one_in_ascii() -> None:
    rows = ArticleList()
    glyphs.use(glyphs.ASCII)
    try:
        async with staged(rows, (40, 20)):
            rows.show(
                [info(1, "A title that is far too long for a row of forty cells")],
                marks=lambda _article: Marks(starred=True, notes=1),
                snippets=lambda _article: Snippet("x" * 90, 0),
            )
            rows.toggle_selected()
            assert "".join(lines(rows)).isascii()
    finally:
        glyphs.use(glyphs.UNICODE)


async def test_the_words_found_are_lit_and_near_enough_to_be_seen() -> None:
    rows = ArticleList()
    text = "far before it all there was a long way to go until at last the treaty was named"
    place = text.index("treaty")
    async with staged(rows, (40, 20)):
        rows.show([info(1)], snippets=lambda _article: Snippet(text, 100, (Span(place, place + 6),)))
        (lit,) = [part for part in rows.render_line(2) if part.text == "treaty"]
        assert lit.style is not None
        assert lit.style.underline
        assert lines(rows)[2].strip().startswith("▌  …")


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("before", ["", "# "])
async def test_a_title_with_a_hit_is_shown_once_and_the_hit_lit_in_it(columns: int, before: str) -> None:
    rows, title = ArticleList(), "A treaty at last"
    passage = f"{before}{title}\n\nOf the treaty little was said."
    lit = [passage.index("treaty"), passage.rindex("treaty")]
    snippet = Snippet(passage, 0, tuple(Span(place, place + 6) for place in lit), (Span(2, 8),))
    async with staged(rows, (columns, 20)):
        rows.show([info(1, title), info(2, title)], snippets=lambda _article: snippet)
        titled = [y for y, line in enumerate(lines(rows)) if title in line]
        assert len(titled) == 2
        for y in titled:
            assert lines(rows)[y + 1][1:].strip() == "Of the treaty little was said."
            for part in (part for line in (y, y + 1) for part in rows.render_line(line)):
                assert bool(part.style and part.style.underline) == (part.text == "treaty")
            assert {rows.render_line(line).cell_length for line in (y, y + 1)} == {columns}


async def test_a_hit_that_the_title_has_no_room_for_stays_in_the_line_below() -> None:
    rows = ArticleList()
    title = "Ministers of seven countries come home with a treaty"
    hit = Span(len(title) - 6, len(title))
    snippet = Snippet(f"{title}\n\nIt rained.", 0, (hit,), (hit,))
    async with staged(rows, (40, 20)):
        rows.show([info(1, title)], snippets=lambda _article: snippet)
        assert "treaty" not in lines(rows)[1]
        assert "treaty" in lines(rows)[2]


async def test_the_cursor_stays_on_its_article_when_others_come() -> None:
    rows = ArticleList()
    async with staged(rows):
        rows.show([info(number) for number in range(10)])
        rows.go_to(4)
        rows.show([info(number) for number in (9, 8, 4, 1)])
        assert rows.article == info(4)
        assert rows.cursor == 2
        rows.show([info(7), info(8)])
        assert rows.cursor == 0


async def test_selected_articles_stay_selected_in_another_order() -> None:
    rows = ArticleList()
    async with staged(rows) as pilot:
        rows.show([info(1), info(2), info(3)])
        rows.select(article.id for article in rows.listing[1:3])
        rows.show([info(3), info(1), info(2)])
        await pilot.pause()
        assert rows.selected == {info(2).id, info(3).id}
        assert ["✓" in line for line in lines(rows)[0:6:2]] == [True, False, True]
        rows.go_top()
        rows.toggle_selected()
        assert rows.selected == {info(2).id}


async def test_groups_have_headings_and_can_be_stepped_through() -> None:
    rows = ArticleList()
    async with staged(rows, (40, 12)):
        groups = [Group("Monday", 0, 2), Group("[b]Tuesday", 2, 3)]
        rows.show([info(number) for number in range(5)], groups=groups)
        assert lines(rows)[0].split() == ["Monday", "2"]
        assert lines(rows)[5].split() == ["[b]Tuesday", "3"]
        rows.next_group(1)
        assert rows.cursor == 2
        rows.next_group(-1)
        assert rows.cursor == 0
        rows.go_bottom()
        assert "Report 4" in lines(rows)[11]


async def test_the_list_says_where_the_cursor_rests_and_not_what_it_passes() -> None:
    rows = ArticleList()
    async with staged(rows) as pilot:
        rows.show([info(number) for number in range(50)])
        for _ in range(9):
            rows.move(1)
        while not heard(pilot, ArticleList.RowHighlighted):
            await pilot.pause(0.01)
        rested = heard(pilot, ArticleList.RowHighlighted)
        assert [
            message.article.key for message in rested if isinstance(message, ArticleList.RowHighlighted)
        ] == [9]


async def test_choosing_tells_the_article() -> None:
    rows = ArticleList()
    async with staged(rows) as pilot:
        rows.show([info(number) for number in range(5)])
        rows.move(2)
        rows.choose()
        await pilot.pause()
        (chosen,) = heard(pilot, ArticleList.RowChosen)
        assert isinstance(chosen, ArticleList.RowChosen)
        assert chosen.article == info(2)


async def test_a_click_moves_the_cursor_and_a_double_click_chooses() -> None:
    rows = ArticleList()
    async with staged(rows, (40, 20)) as pilot:
        rows.show([info(number) for number in range(5)])
        await pilot.pause()
        await pilot.click(rows, offset=(5, 5))
        assert rows.cursor == 2
        await pilot.click(rows, offset=(5, 5), times=2)
        await pilot.pause()
        assert heard(pilot, ArticleList.RowChosen)


async def test_the_cursor_stops_at_both_ends_and_an_empty_list_says_so() -> None:
    rows = ArticleList()
    async with staged(rows):
        rows.show([info(number) for number in range(5)])
        rows.move(99)
        assert rows.cursor == 4
        rows.page(-3)
        assert rows.cursor == 0
        rows.show([])
        rows.empty_text = "Nothing [b]found"
        rows.move(1)
        assert lines(rows)[0].strip() == "Nothing [b]found"
        assert rows.article is None


async def test_the_cursor_is_in_sight_wherever_it_goes() -> None:
    rows = ArticleList()
    async with staged(rows, (40, 11)) as pilot:
        rows.show(
            [info(number) for number in range(200)], groups=[Group(str(n), n * 10, 10) for n in range(20)]
        )
        for step in (3, 5, 40, -7, 100, -1, -30, 1, 1, 1, -90, 190, -200):
            rows.move(step)
            await pilot.pause()
            assert any(f"Report {rows.cursor} " in f"{line} " for line in lines(rows) if line.startswith("▌"))


async def test_one_row_down_repaints_two_rows_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ArticleList()
    async with staged(rows, (40, 20)) as pilot:
        rows.show([info(number) for number in range(50)])
        await pilot.pause()
        cells: list[int] = []
        monkeypatch.setattr(
            rows, "refresh", lambda *regions, **_: cells.extend(region.area for region in regions)
        )
        rows.move(1)
        assert sum(cells) == 2 * (40 + 1)


async def test_an_article_without_date_and_source_is_told_by_its_file() -> None:
    bare = replace(info(0), source=None, published=None, path="inbox/minutes-of-may.txt")
    rows = ArticleList()
    async with staged(rows, (40, 6)):
        rows.show([bare])
        assert "minutes-of-may.txt" in lines(rows)[0]
        assert bare.title[:10] in lines(rows)[1]
