"""How an article is set: its head, its paragraphs, its folds, in any width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model import Article, Block, Fold
from briefreader.text.width import cell_width
from briefreader.ui.widgets.article_layout import Layout, Setting, lay_out
from briefreader.ui.widgets.article_paint import visible_end
from tests.widgets.stage import article

WIDE = Setting(measure=0)


def shown(setting: Article, layout: Layout) -> list[str]:
    return [
        row.bar.ljust(row.indent)
        + (setting.text[row.start : row.end].rstrip() if row.label is None else row.label)
        for row in layout.rows
    ]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(
        st.lists(st.sampled_from([*"ab \n.é", "word ", "語", "e\u0301", "\n\n"]), max_size=80).map("".join)
    )
    place = st.integers(0, len(text))
    cuts = sorted(draw(st.lists(place, max_size=8)))
    kinds = st.sampled_from(["paragraph", "heading", "quote", "item"])
    blocks = tuple(Block(a, b, draw(kinds)) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    ends = draw(st.lists(st.tuples(place, place), max_size=4))
    folds = tuple(Fold(min(pair), max(pair), "menu") for pair in ends)
    return Article(
        id="1",
        path="1",
        title=draw(st.sampled_from(["", "ab", "word"])),
        text=text,
        paragraphs=blocks,
        folds=folds,
    )


@settings(max_examples=400)
@given(articles(), st.integers(8, 40), st.integers(0, 2), st.booleans())
def test_every_code_point_outside_closed_folds_is_on_exactly_one_row(
    given_article: Article, width: int, spacing: int, opened: bool
) -> None:
    folds = range(len(given_article.folds)) if opened else ()
    layout = lay_out(given_article, width, Setting(0, spacing), folds)
    seen = [0] * len(given_article.text)
    for row in layout.rows:
        if row.label is None:
            for place in range(row.start, row.end):
                seen[place] += 1
    hidden = {p for group in layout.groups for p in range(group.start, group.end)} if not opened else set()
    for place, char in enumerate(given_article.text):
        assert seen[place] == (place not in hidden) or (char.isspace() and seen[place] == 0)


@settings(max_examples=400)
@given(articles(), st.integers(8, 40), st.booleans())
def test_rows_keep_the_order_of_the_text_and_the_width_of_the_pane(
    given_article: Article, width: int, opened: bool
) -> None:
    layout = lay_out(given_article, width, WIDE, range(9) if opened else ())
    assert list(layout.starts) == sorted(layout.starts)
    for row in layout.rows:
        text = (
            row.label
            if row.label is not None
            else given_article.text[row.start : visible_end(given_article.text, row)]
        )
        assert layout.left + row.indent + cell_width(text) <= width


@given(articles(), st.integers(8, 40))
def test_the_row_of_a_code_point_shows_it_or_stands_for_its_fold(given_article: Article, width: int) -> None:
    layout = lay_out(given_article, width, WIDE)
    for place, char in enumerate(given_article.text):
        row = layout.rows[layout.row_of(place)]
        if any(group.start <= place < group.end for group in layout.groups):
            assert row.kind == "fold"
        elif not char.isspace():
            assert row.start <= place < row.end


def test_title_and_origin_stand_above_the_text() -> None:
    given_article = article(
        "It rained.", title="Weather", source="Heron Post", published="2022-01-05", words=1032
    )
    assert shown(given_article, lay_out(given_article, 60, WIDE)) == [
        "Weather",
        "Heron Post · 5 January 2022 · 1,032 words",
        "",
        "It rained.",
    ]


def test_a_text_that_begins_with_its_title_shows_it_once() -> None:
    given_article = article(("heading", "Weather"), "It rained.", title="Weather", source="Heron Post")
    assert shown(given_article, lay_out(given_article, 60, WIDE)) == [
        "Weather",
        "Heron Post",
        "",
        "It rained.",
    ]


def test_an_article_without_a_title_shows_its_file() -> None:
    given_article = article("It rained.", title="")
    assert shown(given_article, lay_out(given_article, 60, WIDE))[0] == "1.txt"


def test_headings_quotes_and_items_are_told_apart_without_colour() -> None:
    given_article = article(
        "Before.", ("heading", "Part"), ("quote", "So they said."), ("item", "one"), ("item", "two")
    )
    rows = shown(given_article, lay_out(given_article, 60, WIDE))
    assert rows[rows.index("Before.") :] == [
        *("Before.", "", "Part", "", "│ So they said.", ""),
        *("  one", "  two"),
    ]


def test_a_long_item_goes_on_under_its_words() -> None:
    given_article = article("Before.", ("item", "- one or two or three or four or five"))
    rows = shown(given_article, lay_out(given_article, 32, WIDE))
    assert rows[-2:] == ["  - one or two or three or", "    four or five"]


def test_each_line_of_a_quote_in_mail_begins_with_the_bar() -> None:
    given_article = article(
        "Before.", ("quote", "> it rained all day and all night long\n> and then it snowed")
    )
    layout = lay_out(given_article, 32, WIDE)
    assert [(row.indent, row.bar) for row in layout.rows[-3:]] == [(0, ""), (2, "│"), (0, "")]


def test_a_heading_that_is_the_title_is_shown_once_also_with_its_sign() -> None:
    given_article = article(("heading", "# Weather"), "It rained.", title="Weather", source="Heron Post")
    assert shown(given_article, lay_out(given_article, 60, WIDE)) == [
        *("# Weather", "Heron Post", "", "It rained."),
    ]


def test_a_fold_is_one_line_with_its_size_and_reason() -> None:
    given_article = article("Text.", ("fold", "menu", "Home\nNews\nSport"), "More.")
    assert "▸ 3 lines folded: menu" in shown(given_article, lay_out(given_article, 60, WIDE))


def test_folds_side_by_side_are_one_line_with_each_reason_once() -> None:
    given_article = article(
        "Text.", ("fold", "menu", "Home"), ("fold", "menu", "News"), ("fold", "form", "Reply")
    )
    assert shown(given_article, lay_out(given_article, 60, WIDE))[-1] == "▸ 5 lines folded: menu, form"


def test_an_open_fold_shows_what_it_holds() -> None:
    given_article = article("Text.", ("fold", "menu", "Home\nNews"))
    assert shown(given_article, lay_out(given_article, 60, WIDE, {0}))[-3:] == [
        "▾ 2 lines folded: menu",
        "┄ Home",
        "┄ News",
    ]


def test_text_broken_for_another_width_is_set_anew_and_a_list_of_short_lines_is_not() -> None:
    prose = (
        "The envoys met in the old hall by the lake and spoke\n"
        "for hours about what each of them could not accept\n"
        "from the others."
    )
    given_article = article(prose, "tea\nbread\nsalt")
    rows = shown(given_article, lay_out(given_article, 100, WIDE))
    assert rows[-3:] == ["tea", "bread", "salt"]
    assert next(row for row in rows if "for hours" in row).startswith("The envoys met")


def test_a_sentence_broken_around_a_link_is_set_in_one_and_verse_in_lower_case_is_not() -> None:
    page = (
        "The council wants a word in\n"
        "the talks that begin on Monday between the three and their allies, the\n"
        "Harbour Post wrote."
    )
    verse = "the ferry leaves\nwithout its light,\nthe harbour sleeps"
    assert "The council wants a word in\nthe talks that" in shown(
        article(page), lay_out(article(page), 48, WIDE)
    )
    assert shown(article(verse), lay_out(article(verse), 60, WIDE))[-3:] == verse.split("\n")


def test_lines_keep_to_the_measure_in_a_wide_pane_and_stand_in_its_middle() -> None:
    given_article = article("word " * 100)
    layout = lay_out(given_article, 120, Setting(measure=40))
    assert layout.width == 40
    assert layout.left == 40


def test_without_spacing_paragraphs_follow_at_once() -> None:
    given_article = article("One.", "Two.")
    assert shown(given_article, lay_out(given_article, 60, Setting(0, 0)))[-2:] == ["One.", "Two."]
