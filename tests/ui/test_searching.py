"""A reader searches: as they type, onto the hit, from hit to hit and article to article."""

import pytest

from tests.ui.conftest import Opens


async def test_hits_are_listed_while_one_types(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        await reader.press("slash")
        await reader.type("kuleba")
        await reader.until(lambda: reader.main.listing.scope.query == "kuleba" and reader.main.listing.hits)
        await reader.until(lambda: 0 < len(reader.titles) < everything)
        assert reader.place == "search"


async def test_enter_lands_on_the_first_hit_with_its_words_lit(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search('"security guarantees"')
        assert reader.lit.casefold() == "security guarantees"
        assert reader.place == "article"


async def test_n_and_shift_n_step_through_hits_and_on_into_other_articles(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("borrell")
        first, hits = reader.article, len(reader.main.opening.lit.spans)
        for _ in range(hits - 1):
            await reader.press("n")
        last = reader.main.desk.article.current
        assert last == reader.main.opening.lit.spans[-1]
        await reader.press("n")
        await reader.until(lambda: reader.article != first)
        assert reader.main.desk.article.current == reader.main.opening.lit.spans[0]
        await reader.press("N")
        await reader.until(lambda: reader.article == first)
        assert reader.main.desk.article.current == last


@pytest.mark.parametrize(("columns", "shown"), [(80, "hit 2/{}"), (120, "hit 2/{} in article 2/{}")])
async def test_the_footer_counts_the_hits_here_and_where_there_is_room_the_articles(
    opened: Opens, columns: int, shown: str
) -> None:
    async with opened(size=(columns, 36)) as reader:
        await reader.search("borrell")
        first = reader.article
        await reader.press("J")
        await reader.until(lambda: reader.article != first)
        await reader.press("n")
        hits, articles = len(reader.main.opening.lit.spans), len(reader.titles)
        assert reader.main.desk.status.where == shown.format(hits, articles)


async def test_a_count_steps_over_hits(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("borrell")
        await reader.press("2", "n")
        assert reader.main.desk.article.current == reader.main.opening.lit.spans[2]


async def test_escape_brings_back_the_list_as_it_was(opened: Opens) -> None:
    async with opened() as reader:
        rows = reader.main.desk.list
        await reader.press("G", "k")
        before, article = reader.titles, rows.article
        await reader.press("slash")
        await reader.type("kuleba")
        await reader.until(lambda: reader.titles != before)
        assert article not in rows.listing
        await reader.press("escape")
        await reader.until(lambda: reader.titles == before)
        assert reader.place == "list"
        assert rows.article == article


async def test_a_search_without_hits_says_so(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("zeppelinfahrt")
        await reader.press("enter")
        await reader.until(lambda: "Nothing found" in reader.said)
        assert reader.titles == []


async def test_leaving_article_and_search_takes_one_escape_each(opened: Opens) -> None:
    async with opened() as reader:
        everything = reader.titles
        await reader.search("kuleba")
        await reader.press("escape")
        assert reader.place == "list"
        assert reader.titles != everything
        await reader.press("escape")
        await reader.until(lambda: reader.titles == everything)


async def test_find_stays_in_the_article_and_escape_gives_the_hits_back(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("kuleba")
        await reader.press("f")
        await reader.type("the")
        await reader.until(lambda: reader.lit and reader.lit.casefold() == "the")
        await reader.press("enter", "n")
        assert reader.lit.casefold() == "the"
        await reader.press("escape")
        await reader.until(lambda: reader.main.opening.lit.trail.label == "hit")


async def test_a_count_beyond_the_last_hit_goes_on_counting_in_the_next_articles(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("borrell")
        lit, library = reader.main.opening.lit, reader.main.desk.library
        first, here = reader.article, len(lit.spans)
        there = library.matches("borrell", reader.main.listing.found.listing.keys[1])
        assert len(there) > 1
        await reader.press(*str(here + 1), "n")
        await reader.until(lambda: reader.article != first)
        assert lit.spans == there
        assert reader.main.desk.article.current == there[1]
        await reader.press(*str(here + 1), "N")
        await reader.until(lambda: reader.article == first)
        assert reader.main.desk.article.current == lit.spans[0]


async def test_a_count_beyond_all_hits_goes_to_the_last_one_and_says_so(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("borrell")
        keys = reader.main.listing.found.listing.keys
        await reader.press("9", "9", "9", "n")
        await reader.until(lambda: reader.article.key == keys[-1] and reader.said == "No further hit")
        assert reader.main.desk.article.current == reader.main.opening.lit.spans[-1]
        await reader.press("9", "9", "9", "N")
        await reader.until(lambda: reader.article.key == keys[0] and reader.said == "No earlier hit")
        assert reader.main.desk.article.current == reader.main.opening.lit.spans[0]


async def test_a_count_beyond_what_is_found_in_one_article_goes_to_the_last_find(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await reader.filter("the")
        await reader.until(lambda: reader.landed)
        await reader.press("9", "9", "9", "n")
        await reader.until(lambda: reader.said == "No further “the”")
        assert reader.main.desk.article.current == reader.main.opening.lit.spans[-1]
