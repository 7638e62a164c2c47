"""The compare screen says where one is: among the links stepped through, and nothing of links among facts."""

from tests.compare.comparing import compare, compare_at_a_link
from tests.ui.conftest import Opens


async def test_links_are_counted_within_what_is_stepped_through_and_the_way_round_is_told(
    opened: Opens,
) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("t", "n")
        total = len(screen.linking.links.walked)
        assert f", 1/{total} sure links" in screen.status.where
        assert not screen.status.message
        await reader.press(*"n" * (total - 1))
        assert f", {total}/{total} sure links" in screen.status.where
        await reader.press("n")
        assert screen.status.message == "First again"
        await reader.press("N")
        assert screen.status.message == "Last again"


async def test_the_facts_alone_in_sight_have_no_legend_and_no_link(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare_at_a_link(reader)
        link = screen.status.where
        await reader.press("f")
        assert (screen.legend.visible, screen.status.where) == (False, "")
        await reader.press("f")
        assert (screen.legend.visible, screen.status.where) == (True, link)


async def test_the_footer_offers_the_choice_of_links(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        assert "Which links" in [title for _key, title in screen.status.hints]
