"""Counts, chords and a keymap of one's own, as fingers meet them on the screen."""

from pathlib import Path

from briefreader.keymap import load_keymap
from briefreader.ui.widgets.chord_table import ChordTable, table
from tests.ui.conftest import Opens


async def test_counts_and_chords_move_the_cursor(opened: Opens) -> None:
    async with opened() as reader:
        rows = reader.main.desk.list
        await reader.press("5", "j")
        assert rows.cursor == 5
        await reader.press("G")
        assert rows.cursor == len(reader.titles) - 1
        await reader.press("g", "g")
        assert rows.cursor == 0
        await reader.press("3", "G")
        assert rows.cursor == 2


async def test_a_chord_begun_is_shown_with_what_may_follow(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("y")
        assert reader.main.desk.status.pending == "y"
        assert "Copy citation" in reader.hints
        await reader.press("escape")
        assert reader.main.desk.status.pending == ""


async def test_escape_leaves_a_chord_without_a_word(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("g", "escape")
        assert not reader.app.keys.pending
        assert reader.said == ""


async def test_a_chord_that_leads_nowhere_says_so(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("g", "J")
        assert "g J" in reader.said


async def test_keys_of_ones_own_run_their_commands(opened: Opens, tmp_path: Path) -> None:
    own = tmp_path / "keymap.yaml"
    own.write_text("list.sort: f12\n", encoding="utf-8")
    async with opened(keymap=load_keymap(own)) as reader:
        await reader.press("s")
        assert reader.main.listing.scope.order == "date"
        await reader.press("f12")
        assert reader.main.listing.scope.order == "title"


async def test_problems_of_the_keymap_are_told_at_the_start(opened: Opens) -> None:
    async with opened(notices=("keymap.yaml:1: “list.srot” is no command",)) as reader:
        assert "list.srot" in reader.said


async def test_the_footer_offers_what_can_be_done_in_the_pane(opened: Opens) -> None:
    async with opened() as reader:
        assert "Read" in reader.hints
        await reader.press("tab", "tab")
        assert "Read" not in reader.hints


async def test_a_remapped_letter_still_types_in_the_search_bar(opened: Opens, tmp_path: Path) -> None:
    own = tmp_path / "keymap.yaml"
    own.write_text("app.redraw: w\n", encoding="utf-8")
    async with opened(keymap=load_keymap(own)) as reader:
        await reader.press("slash")
        await reader.type("wow")
        assert reader.main.crew.line.text == "wow"


async def test_a_command_that_can_do_nothing_now_says_by_its_title_what_it_needs(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("n")
        assert reader.said == "Next hit: search first (/), or choose a name (e)"
        await reader.press("h")
        assert reader.said == "Pane to the left: this is the first pane"


async def test_what_a_command_needs_names_the_readers_own_keys(opened: Opens, tmp_path: Path) -> None:
    own = tmp_path / "keymap.yaml"
    own.write_text("search.open: f12\n", encoding="utf-8")
    async with opened(keymap=load_keymap(own)) as reader:
        await reader.press("n")
        assert "search first (F12)" in reader.said


async def test_a_hand_that_hesitates_within_a_chord_sees_all_that_may_follow(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.press("g")
        await reader.until(lambda: reader.screen.query(ChordTable))
        shown = str(reader.screen.query_one(ChordTable).visual)
        for title in ("Notebook", "Stories", "Import report", "Reset panes"):
            assert title in shown
        await reader.press("g")
        await reader.until(lambda: not reader.screen.query(ChordTable))
        assert not reader.app.keys.pending


async def test_a_quick_hand_sees_no_table(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.press("G", "g", "g")
        assert reader.main.desk.list.cursor == 0
        assert not reader.screen.query(ChordTable)


def test_the_table_of_a_chord_stands_in_columns() -> None:
    choices = [("a", "One"), ("b b", "Two"), ("c", "Three"), ("d", "Four"), ("e", "Five")]
    assert table(choices, 30) == "a   One     d   Four\nb b Two     e   Five\nc   Three"
    assert table(choices, 5).count("\n") == 4


async def test_a_letter_right_behind_an_escape_is_two_keys(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("question_mark")
        await reader.until(lambda: reader.screen.context == "dialog")
        await reader.press("alt+j")
        await reader.until(lambda: reader.screen is reader.main)
        assert reader.main.desk.list.cursor == 1


async def test_alt_with_a_letter_is_a_key_where_the_keymap_has_it(opened: Opens) -> None:
    async with opened(keymap=load_keymap(preset="emacs")) as reader:
        await reader.press("G")
        await reader.press("alt+v")
        assert 0 < reader.main.desk.list.cursor < len(reader.titles) - 1
        await reader.press("alt+x")
        await reader.until(lambda: reader.screen.context == "dialog")


async def test_in_the_palette_a_key_or_the_beginning_of_a_name_comes_first(opened: Opens) -> None:
    async with opened(keymap=load_keymap(preset="vim")) as reader:
        await reader.press(":")
        await reader.until(lambda: reader.screen.context == "dialog")
        chooser = reader.screen
        for typed, title in (("q", "Leave"), ("star", "Star"), ("time", "Timeline")):
            await reader.type(typed)
            await reader.until(
                lambda title=title: chooser._list.choice and chooser._list.choice.title == title
            )
            await reader.press(*["backspace"] * len(typed))


async def test_the_keys_of_less_go_from_file_to_file(opened: Opens) -> None:
    async with opened(keymap=load_keymap(preset="less")) as reader:
        await reader.read()
        first = reader.article.title
        await reader.press(":", "n")
        await reader.until(lambda: reader.article.title != first)
        await reader.press("G", "g")
        assert reader.main.desk.article.place == 0
