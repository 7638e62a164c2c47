"""The compare screen, by its keys."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest

from briefreader.library import Library
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.screens.compare import CompareScreen
from briefreader.ui.screens.compare_coverage import CoverageScreen
from tests.compare.comparing import CALL, PROMISE, REPRINT, compare, compare_at_a_link, in_sight, shown
from tests.ui.conftest import Opens


async def test_marking_two_articles_sets_them_side_by_side(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        assert [article.title for article in screen.linking.found.articles] == [CALL, PROMISE]
        assert screen.has_class("-columns")


async def test_n_steps_to_the_next_link_and_brings_both_ends_to_one_height(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare_at_a_link(reader)
        link, links = screen.linking.current, screen.linking.links
        assert all(in_sight(pane, links.span(link, side).start) for side, pane in enumerate(screen.panes))
        first = shown(screen)
        await reader.press("n")
        assert shown(screen) != first
        await reader.press("N")
        assert shown(screen) == first


async def test_enter_goes_over_to_the_counterpart(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("n", "enter")
        assert screen.panes[1].has_focus
        assert screen.linking.side == 1


async def test_t_narrows_the_steps_to_sure_links_then_to_those_word_for_word(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("t")
        assert {link.tier for link in screen.linking.links.walked} <= {"verbatim", "likely"}
        await reader.press("t")
        assert {link.tier for link in screen.linking.links.walked} <= {"verbatim"}


async def test_folding_leaves_what_is_linked_and_says_how_much_found_no_match(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        before = screen.panes[1].virtual_size.height
        await reader.press("o")
        assert screen.panes[1].virtual_size.height < before
        assert "no match found" in screen.status.message
        await reader.press("o")
        assert screen.panes[1].virtual_size.height == before


async def test_enter_on_a_fact_marks_its_words_where_they_stand(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("f")
        stop = screen.facts.stop
        await reader.press("enter")
        marks = screen.panes[stop.article]._marks
        assert marks.within("fact", stop.span.start, stop.span.end)
        assert not screen.panes[1 - stop.article]._marks.within("fact", 0, 10**6)


async def test_both_texts_are_there_to_read_while_they_are_compared(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    compare_at_once = Library.compare

    def compare_later(self: Library, *refs: object) -> object:
        go_on.wait(60)
        return compare_at_once(self, *refs)

    monkeypatch.setattr(Library, "compare", compare_later)
    async with opened() as reader:
        for title in (CALL, PROMISE):
            reader.main.desk.list.go_to(reader.titles.index(title))
            await reader.press("c")
        try:
            await reader.until(
                lambda: isinstance(reader.screen, CompareScreen) and reader.screen.panes[1]._side
            )
            screen = reader.screen
            assert screen.linking.found is None
            assert screen.status.message == f"Comparing {CALL} and {PROMISE} …"
        finally:
            go_on.set()
        await reader.until(lambda: screen.linking.found)
        assert screen.status.message == ""


async def test_at_a_link_both_ends_bear_its_number_whatever_else_the_passage_is_linked_to(
    opened: Opens,
) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        for _ in screen.linking.links.all:
            await reader.press("n")
            number = screen.linking.links.number(screen.linking.current)
            for side, pane in enumerate(screen.panes):
                start = screen.linking.links.span(screen.linking.current, side).start
                gutter = pane.render_line(pane.height_of(start)).text[:5]
                assert gutter.strip("▸ +=≈~") == str(number)


async def test_a_fact_leads_to_its_place(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("f")
        assert screen.facts.has_focus
        stop = screen.facts.stop
        await reader.press("enter")
        assert screen.panes[stop.article].has_focus
        assert in_sight(screen.panes[stop.article], stop.span.start)


async def test_sides_can_be_changed(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("s")
        await reader.until(lambda: screen.linking.found.articles[0].title == PROMISE)


async def test_scrolling_keeps_both_sides_in_step_until_unlocked(opened: Opens) -> None:
    async with opened(size=(120, 20)) as reader:
        screen = await compare(reader)
        await reader.press("L")
        other = screen.panes[1].place
        await reader.press("G")
        assert screen.panes[1].place == other
        assert "unlocked" in screen.status.filtered
        await reader.press("L", "g", "g", "n", "N", "j", "j", "j")
        links, heights = screen.linking.links, []
        for link in links.all:
            if screen.panes[0].visible_range().contains(links.span(link, 0)):
                heights.append([screen.panes[n].height_of(links.span(link, n).start) for n in (0, 1)])
        assert any(one == other for one, other in heights)


async def test_who_is_named_in_both_and_in_one(opened: Opens) -> None:
    async with opened() as reader:
        await compare(reader)
        await reader.press("e")
        await reader.until(lambda: isinstance(reader.screen, Chooser))
        groups = {choice.group for choice in reader.screen._choices}
        assert "Named in both" in groups


async def test_a_further_account_shows_which_claim_stands_where(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("+")
        await reader.until(lambda: isinstance(reader.screen, Chooser))
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, CoverageScreen) and reader.screen.rows.count)
        assert reader.screen.rows.choice.group.startswith("Found in")
        await reader.press("escape")
        assert reader.screen is screen


@pytest.mark.parametrize("name", ["pair.md", "pair.json"])
async def test_the_comparison_is_written_to_a_file(opened: Opens, tmp_path: Path, name: str) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("E")
        await reader.type(str(tmp_path / name))
        await reader.press("enter")
        await reader.until(lambda: screen.status.message)
        text = (tmp_path / name).read_text("utf-8")
        assert CALL in text
        assert name.endswith(".md") or json.loads(text)["version"] == 1


async def test_going_to_a_fact_brings_its_counterpart_into_sight(opened: Opens) -> None:
    async with opened(size=(120, 20)) as reader:
        screen = await compare(reader)
        await reader.press("G", "f", "enter")
        await reader.until(lambda: screen.linking.current)
        for side, pane in enumerate(screen.panes):
            place = screen.facts.stop.place_in(side)
            assert in_sight(pane, place.start)
            assert pane._marks.within("current", place.start, place.end)


async def test_the_footer_offers_note_and_export_from_100_columns_on(opened: Opens) -> None:
    async with opened(size=(100, 30)) as reader:
        screen = await compare_at_a_link(reader)
        footer = screen.status.render_line(0).text
        assert "a Note" in footer
        assert "E Export" in footer


async def test_the_facts_offer_a_note_as_soon_as_they_are_shown(opened: Opens) -> None:
    async with opened(size=(110, 30)) as reader:
        screen = await compare(reader)
        await reader.press("f")
        await reader.until(lambda: "a Note" in screen.status.render_line(0).text)


async def test_help_lists_of_what_works_everywhere_only_what_works_in_the_comparison(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("?")
        await reader.until(lambda: isinstance(reader.screen, Chooser))
        listed = {choice.value for choice in reader.screen._choices if choice.group == "Everywhere"}
        assert "go.notebook" in listed
        assert listed <= {*screen.actions, *reader.app.actions}


async def test_the_box_of_articles_to_compare_with_says_its_keys(opened: Opens) -> None:
    async with opened() as reader:
        await compare(reader)
        await reader.press("C")
        await reader.until(lambda: isinstance(reader.screen, Chooser))
        foot = str(reader.screen.query_one("#box").border_subtitle)
        assert "Enter Compare" in foot
        assert "Esc Back" in foot


async def test_r_reads_the_passage_in_the_article(opened: Opens) -> None:
    async with opened() as reader:
        await compare(reader)
        await reader.press("n", "r")
        await reader.until(lambda: reader.screen is reader.main and reader.article)
        assert reader.article.title == CALL


async def test_narrow_terminals_stack_the_accounts_and_wide_ones_add_the_facts(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        screen = await compare(reader)
        assert not screen.has_class("-columns")
        assert screen.panes[0].region.y < screen.panes[1].region.y
        assert not screen.facts.display
    async with opened(size=(200, 50)) as reader:
        screen = await compare(reader)
        assert screen.facts.display
        assert screen.panes[0].region.x < screen.panes[1].region.x < screen.facts.region.x


async def test_a_link_says_word_for_word_in_part_where_only_a_run_is_the_same(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader, other=REPRINT)
        told = {}
        for _ in screen.linking.links.all:
            await reader.press("n")
            told[screen.linking.current] = screen.status.where
        texts = [article.text for article in screen.linking.found.articles]
        for link, where in told.items():
            one, other = (
                screen.linking.links.span(link, side).cut(texts[side]).casefold().split() for side in (0, 1)
            )
            expected = {"verbatim": "word for word", "likely": "likely the same", "weak": "perhaps"}[
                link.tier
            ]
            part = " in part" if link.runs and one != other else ""
            assert f" {expected}{part} {link.score:.2f}" in where
        assert {"in part" in where for where in told.values()} == {True, False}


async def test_the_words_that_run_on_both_sides_stand_out_from_others_that_are_the_same(
    opened: Opens,
) -> None:
    async with opened() as reader:
        screen = await compare(reader, other=REPRINT)
        await reader.press("t", "t", "n")
        link = screen.linking.current
        for side, pane in enumerate(screen.panes):
            span = screen.linking.links.span(link, side)
            runs = [(run.a, run.b)[side].within(span) for run in link.runs]
            assert runs == list(pane._marks._sets["run"].within(span.start, span.end))
        await reader.press("f", "enter")
        assert not screen.panes[0]._marks.within("run", 0, 10**6)
