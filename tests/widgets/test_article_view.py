"""What the reading pane shows of an article, and where it goes."""

from __future__ import annotations

import pytest
from textual.widget import Widget

from briefreader.model import Mention, Span
from briefreader.text.sanitize import sanitize
from briefreader.ui.widgets.article_layers import LAYERS, Layers
from briefreader.ui.widgets.article_layout import Setting
from briefreader.ui.widgets.article_view import ArticleView
from tests.widgets.stage import article, heard, lines, resized, span, staged

HOSTILE = "A [b]bold[/b] [/red] $(rm) [@click=app.quit]here[/] claim"
LONG = [f"Paragraph {number} speaks of the harbour and of the boats in it." for number in range(60)]


def style_at(view: Widget, words: str) -> object:
    """Return the style that the first of ``words`` on the screen is painted in."""
    for y in range(view.size.height):
        for segment in view.render_line(y):
            if words in segment.text:
                return segment.style
    raise AssertionError(f"{words!r} is not on the screen")


async def test_markup_in_an_article_is_shown_as_it_was_written() -> None:
    view = ArticleView()
    async with staged(view, (80, 10)):
        view.show(article(HOSTILE, title="[/b] [red]title", source="[b]"))
        assert [line.strip() for line in lines(view)[:4]] == ["[/b] [red]title", "[b]", "", HOSTILE]


async def test_nothing_that_a_terminal_obeys_gets_through() -> None:
    view = ArticleView()
    async with staged(view, (80, 10)):
        view.show(article("a\x1b]0;x\x07b\u202ec\x9bd", title="t\x1b[2J", source="\x1b[31m\u2066"))
        painted = "".join(lines(view))
        assert not any(char in painted for char in "\x1b\x07\u202e\x9b\u2066")
        assert "]0;x" in painted


async def test_wide_and_joined_signs_keep_the_lines_as_wide_as_the_pane() -> None:
    view = ArticleView()
    async with staged(view, (40, 12)):
        view.show(article("語の文章、e\u0301t\u0301, 👩\u200d👩\u200d👧 🇩🇪 שָׁלוֹם עולם " * 4))
        view.set_layer("hit", [Span(place, place + 1) for place in range(0, 60, 3)])
        assert {view.render_line(y).cell_length for y in range(12)} == {40}
        assert "語の文章、e\u0301t\u0301" in "".join(lines(view))


async def test_persian_keeps_its_joiners_and_joined_emoji_stand_side_by_side() -> None:
    text = "او می\u200cخواهد با 👩\u200d👩\u200d👧 بیاید. ow\u200cn"
    view = ArticleView()
    async with staged(view, (60, 8)):
        view.show(article(text, title="خانواده\u200cها 👩\u200d👧", source="ඩේලි ශ්\u200dරී"))
        hit = span(view.text, "می\u200cخواهد")
        view.set_layer("hit", [hit])
        assert [line.strip() for line in lines(view)[:4]] == [
            "خانواده\u200cها 👩👧",
            "ඩේලි ශ්රී",
            "",
            "او می\u200cخواهد با 👩👩👧 بیاید. ow◌n",
        ]
        assert {view.render_line(y).cell_length for y in range(8)} == {60}
        assert style_at(view, "می\u200cخواهد") == view.styles_of("article--hit")
        assert view.text == sanitize(text)
        assert hit.cut(view.text) == "می\u200cخواهد"


async def test_where_layers_meet_the_higher_one_decides() -> None:
    layers = Layers()
    for name in reversed(LAYERS):
        layers.set(name, [Span(2, 8)])
    layers.set("mention", [Mention(0, 10, "x", "person")])
    assert [(run.start, run.end) for run in layers.runs(0, 10)] == [(0, 2), (2, 8), (8, 10)]
    middle = list(layers.runs(0, 10))[1]
    assert middle.styles == ("article--person", *(f"article--{name}" for name in LAYERS[1:]))


async def test_a_layer_of_no_such_name_is_refused() -> None:
    with pytest.raises(KeyError):
        Layers().set("mentions", [])


async def test_only_the_rows_that_a_highlight_touches_are_painted_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = ArticleView()
    async with staged(view, (80, 20)) as pilot:
        given = article(*LONG)
        view.show(given)
        await pilot.pause()
        painted: list[int] = []
        monkeypatch.setattr(view, "refresh_line", painted.append)
        view.set_layer("hit", [span(given.text, "Paragraph 2"), span(given.text, "Paragraph 40")])
        assert painted == [view._layout.row_of(given.text.index("Paragraph 2"))]


async def test_stepping_to_a_span_out_of_sight_brings_it_into_sight_and_marks_its_line() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)):
        given = article(*LONG)
        view.show(given)
        view.go_to_span(span(given.text, "Paragraph 40"))
        assert view.current == span(given.text, "Paragraph 40")
        assert any("▸ Paragraph 40" in line for line in lines(view))


async def test_stepping_to_a_span_in_sight_does_not_scroll() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)):
        given = article(*LONG)
        view.show(given)
        view.go_to_span(span(given.text, "Paragraph 2"))
        assert view.scroll_offset.y == 0


async def test_a_span_within_a_fold_opens_the_fold() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)):
        given = article("Text.", ("fold", "menu", "Home\nNews"), "More.")
        view.show(given)
        assert "News" not in "".join(lines(view))
        view.go_to_span(span(given.text, "News"))
        assert any("▸ ┄ News" in line for line in lines(view))


async def test_folds_open_and_close_together() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)):
        view.show(article("One.", ("fold", "menu", "Home"), "Two.", ("fold", "form", "Reply"), "Three."))
        view.toggle_folds()
        assert {"Home", "Reply"} <= {line.strip(" ┄") for line in lines(view)}
        view.toggle_folds()
        assert not {"Home", "Reply"} & {line.strip(" ┄") for line in lines(view)}


async def test_a_click_on_a_fold_opens_it_and_a_click_on_a_word_tells_its_place() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)) as pilot:
        given = article("語 word.", ("fold", "menu", "Home"), title="T")
        view.show(given)
        await pilot.pause()
        rows = [line.strip() for line in lines(view)]
        await pilot.click(view, offset=(10, rows.index("▸ 1 line folded: menu")))
        assert view.open_folds == {0}
        await pilot.click(view, offset=(view._layout.left + 3, rows.index("語 word.")))
        await pilot.pause()
        (pressed,) = heard(pilot, ArticleView.Pressed)
        assert isinstance(pressed, ArticleView.Pressed)
        assert given.text[pressed.place] == "w"


async def test_the_same_words_stay_on_top_in_another_width() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)) as pilot:
        given = article(*LONG)
        view.show(given)
        view.go_to_place(given.text.index("Paragraph 30"))
        for columns in (40, 120, 31, 80):
            await resized(pilot, columns, 20)
            assert view.place == given.text.index("Paragraph 30")
            assert lines(view)[0].strip().startswith("Paragraph 30")


async def test_the_same_words_stay_on_top_when_lines_get_shorter_or_spacing_changes() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)):
        given = article(*LONG)
        view.show(given)
        view.go_to_place(given.text.index("Paragraph 30"))
        view.widen(-30)
        view.next_spacing()
        assert lines(view)[0].strip().startswith("Paragraph 30")
        assert view.setting == Setting(measure=46, spacing=2)


async def test_an_article_opens_where_it_was_left() -> None:
    view = ArticleView()
    given = article(*LONG)
    async with staged(view, (80, 20)):
        view.show(given, place=given.text.index("Paragraph 30"))
        assert lines(view)[0].strip().startswith("Paragraph 30")


async def test_an_article_shown_before_the_pane_has_a_size_opens_where_it_was_left() -> None:
    view, given = ArticleView(), article(*LONG)
    view.show(given, place=given.text.index("Paragraph 30"))
    async with staged(view, (80, 20)):
        assert lines(view)[0].strip().startswith("Paragraph 30")


async def test_a_page_keeps_two_rows_in_sight_and_the_end_is_the_end() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)) as pilot:
        view.show(article(*LONG))
        last = lines(view)[-2:]
        view.page(1)
        assert lines(view)[:2] == last
        view.go_bottom()
        assert view.percent == 100
        assert "Paragraph 59" in lines(view)[-1]
        view.go_top()
        assert view.place == 0
        await pilot.pause()
        moves = heard(pilot, ArticleView.Scrolled)
        assert [type(move) for move in moves] == [ArticleView.Scrolled] * len(moves)
        assert moves


async def test_jump_labels_lie_over_the_text_and_go_away() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)):
        given = article("The harbour is closed.")
        view.show(given)
        view.show_labels({given.text.index("harbour"): "as"})
        assert lines(view)[2].strip() == "The asrbour is closed."
        view.show_labels({})
        assert lines(view)[2].strip() == "The harbour is closed."


@pytest.mark.parametrize("theme", ["briefreader", "briefreader-light", "briefreader-16", "briefreader-mono"])
async def test_hits_names_and_the_current_place_differ_from_plain_text_without_colour(theme: str) -> None:
    view = ArticleView()
    async with staged(view, (80, 20), theme):
        given = article("alpha beta gamma delta")
        view.show(given)
        view.set_layer("mention", [Mention(0, 5, "alpha", "person")])
        view.set_layer("hit", [span(given.text, "beta")])
        view.go_to_span(span(given.text, "gamma"))
        looks = {
            str(style_at(view, word)).replace("not ", "") for word in ("alpha", "beta", "gamma", "delta")
        }
        attributes = {
            tuple(getattr(style_at(view, word), name) for name in ("bold", "underline", "reverse", "italic"))
            for word in ("alpha", "beta", "gamma", "delta")
        }
        assert len(looks) == len(attributes) == 4


async def test_showing_nothing_leaves_an_empty_pane() -> None:
    view = ArticleView()
    async with staged(view, (80, 20)):
        view.show(article("Text."))
        view.show(None)
        assert "".join(lines(view)).strip() == ""
