"""A reader uses the sidebar: types a name, jumps to mentions, narrows the list."""

from dataclasses import replace

import pytest

from briefreader.settings import Settings
from tests.ui.conftest import Opens
from tests.ui.reader import remark


async def test_f_filters_the_names_as_one_types_and_escape_shows_all_again(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab")
        everyone = reader.names
        await reader.press("f")
        await reader.type("blin")
        assert reader.names
        assert all("Blin" in name for name in reader.names)
        await reader.press("enter", "escape")
        assert reader.names == everyone


async def test_enter_jumps_to_the_first_mention_and_n_to_the_next(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab")
        await reader.filter("borrell")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        assert "Borrell" in reader.lit
        assert reader.place == "article"
        first = reader.main.desk.article.current
        await reader.press("n")
        assert reader.main.desk.article.current.start > first.start


async def test_n_goes_on_to_the_next_article_that_mentions_the_name(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab")
        await reader.filter("borrell")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        here, mentions = reader.article, len(reader.main.opening.lit.spans)
        for _ in range(mentions):
            await reader.press("n")
        await reader.until(lambda: reader.article != here)
        assert "Borrel" in reader.lit


async def test_plus_narrows_the_list_to_a_name_and_escape_widens_it(opened: Opens) -> None:
    async with opened() as reader:
        everything = reader.titles
        await reader.read_names()
        await reader.press("tab")
        await reader.filter("blinken")
        await reader.press("+")
        await reader.until(lambda: len(reader.titles) < len(everything))
        assert reader.main.desk.status.filtered.startswith("+")
        await reader.press("escape", "escape", "escape", "escape")
        await reader.until(lambda: reader.titles == everything)


async def test_tilde_leaves_out_the_articles_that_mention_a_name(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        await reader.read_names()
        await reader.press("tab")
        chosen = reader.main.naming.chosen
        await reader.press("~")
        await reader.until(lambda: len(reader.titles) < everything)
        assert len(reader.titles) == everything - chosen.articles


async def test_the_scope_goes_from_here_to_all(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        here = reader.names
        await reader.press("tab", "#", "#")
        await reader.until(lambda: len(reader.names) > len(here))
        assert reader.main.naming.scope == "all"

        def counts_articles() -> bool:
            return all(row.here == row.entity.articles for row in reader.main.desk.sidebar.rows)

        await reader.until(counts_articles)  # in the scope between, of the list, other counts are shown
        assert any(row.entity.mentions > row.here for row in reader.main.desk.sidebar.rows)
        assert reader.main.desk.sidebar.counted == "art."


async def test_n_steps_on_also_while_the_names_have_the_focus(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab")
        await reader.filter("borrell")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        first = reader.main.desk.article.current
        await reader.press("tab")
        assert reader.place == "sidebar"
        await reader.press("n")
        assert reader.main.desk.article.current.start > first.start


async def test_a_filter_that_leaves_no_name_is_not_kept_but_can_be_mended(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab")
        await reader.filter("blinx")
        assert "nothing has this" in remark(reader)
        await reader.press("backspace")
        await reader.until(lambda: not remark(reader))
        await reader.press("enter")
        assert reader.place == "sidebar"
        assert reader.names


async def test_the_name_an_arrow_went_to_is_still_meant_once_the_filter_is_kept(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab", "f")
        await reader.type("u")
        await reader.press("down", "enter")
        assert reader.main.desk.sidebar.cursor == 1


async def test_escape_from_the_filter_brings_the_cursor_back_to_its_name(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab", "j", "j", "j")
        name = reader.main.desk.sidebar.entity
        await reader.press("f")
        await reader.type("zz")
        assert not reader.names
        await reader.press("escape")
        assert reader.main.desk.sidebar.entity == name


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_the_footer_offers_the_first_mention_once_the_names_asked_for_are_here(
    opened: Opens, settings: Settings, size: tuple[int, int]
) -> None:
    settings = replace(settings, reading=replace(settings.reading, preview=False))
    async with opened(size=size, settings=settings) as reader:
        assert not reader.names
        await reader.press("e")
        await reader.until(lambda: "First mention" in reader.hints)
        assert reader.names


async def test_a_name_is_asked_for_or_left_out_never_both(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        await reader.read_names()
        await reader.press("tab")
        name, bar = reader.main.naming.chosen, reader.main.desk.status
        for key, listed in (("+", name.articles), ("~", everything - name.articles), ("+", name.articles)):
            await reader.press(key)
            await reader.until(lambda key=key: bar.filtered == f"{key}{name.name}")
            assert len(reader.titles) == listed
        await reader.press("+")
        await reader.until(lambda: not bar.filtered)
        assert len(reader.titles) == everything
