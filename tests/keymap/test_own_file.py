"""What a reader writes into their own keymap.yaml, rightly and wrongly."""

from collections.abc import Callable

import pytest

from briefreader.keymap import Keymap, load_keymap

Given = Callable[[str], Keymap]


def said(keymap: Keymap) -> list[str]:
    return [str(problem) for problem in keymap.problems]


def test_own_keys_take_the_place_of_the_defaults(given: Given) -> None:
    keymap = given("list.sort: f12\n")
    assert keymap.chords("list.sort") == (("f12",),)
    assert keymap.table("list")[("f12",)] == "list.sort"
    assert ("s",) not in keymap.table("list")


def test_a_list_gives_a_command_several_keys(given: Given) -> None:
    assert given("app.theme: [f11, ctrl+x t]\n").chords("app.theme") == (("f11",), ("ctrl+x", "t"))


def test_null_takes_a_commands_keys_away(given: Given) -> None:
    keymap = given("app.close: null\n")
    assert keymap.chords("app.close") == ()
    assert keymap.problems == ()


def test_an_unknown_command_is_named_with_its_line_and_the_nearest_one(given: Given) -> None:
    keymap = given("# mine\nlist.srot: f12\n")
    assert said(keymap) == ["keymap.yaml:2: “list.srot” is no command (did you mean “list.sort”?)"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("list.sort: hyper+q", "is no key"),
        ("list.sort: alt+f1", "every terminal"),
        ("list.sort: ctrl+i", "as tab"),
        ("list.sort: '5'", "counts"),
        ("list.sort: 5", "counts"),
        ("list.sort: ''", "null"),
        ("list.sort: [[a]]", "is no key"),
        ("search.accept: w", "is text where"),
    ],
)
def test_a_bad_key_is_told_in_one_line_and_the_default_serves(given: Given, line: str, word: str) -> None:
    keymap = given(line + "\n")
    (sentence,) = said(keymap)
    assert sentence.startswith("keymap.yaml:1: ")
    assert word in sentence
    command = line.split(":")[0]
    assert keymap.chords(command) == load_keymap().chords(command)


def test_a_key_that_tmux_takes_is_cautioned_and_kept(given: Given) -> None:
    keymap = given("list.sort: ctrl+b\n")
    assert keymap.chords("list.sort") == (("ctrl+b",),)
    assert [problem.caution for problem in keymap.problems] == [True]


def test_alt_is_cautioned_where_nothing_else_does_the_same(given: Given) -> None:
    keymap = given("list.sort: alt+x\nlist.reverse: [f12, meta+y]\n")
    assert said(keymap) == ["keymap.yaml:1: list.sort: “alt+x” may not arrive: not every terminal sends Alt"]
    assert keymap.table("list")[("alt+x",)] == "list.sort"
    assert keymap.table("list")[("alt+y",)] == "list.reverse"


def test_a_clash_in_one_place_leaves_the_default_in_force(given: Given) -> None:
    keymap = given("list.sort: r\n")
    assert said(keymap) == [
        "keymap.yaml:1: list.sort: “r” already means mark.read (article list); its default keys serve"
    ]
    assert keymap.chords("list.sort") == (("s",),)


def test_a_clash_across_places_is_found_too(given: Given) -> None:
    (sentence,) = said(given("article.folds: u\n"))
    assert "“u” already means app.undo" in sentence


def test_a_key_that_begins_a_chord_clashes_with_the_chord(given: Given) -> None:
    (sentence,) = said(given("list.sort: g\n"))
    assert "begin alike" in sentence


def test_of_two_own_lines_that_clash_the_later_is_dropped(given: Given) -> None:
    keymap = given("list.sort: f12\nlist.reverse: f12\n")
    assert keymap.chords("list.sort") == (("f12",),)
    assert said(keymap) == [
        "keymap.yaml:2: list.reverse: “f12” already means list.sort (article list); its default keys serve"
    ]


def test_two_commands_can_trade_their_keys(given: Given) -> None:
    keymap = given("list.sort: S\nlist.reverse: s\n")
    assert keymap.problems == ()
    assert keymap.table("list")[("s",)] == "list.reverse"


def test_the_same_key_may_mean_different_things_in_places_that_never_meet(given: Given) -> None:
    assert given("notebook.edit: s\n").problems == ()


def test_a_preset_is_the_ground_for_ones_own_keys(given: Given) -> None:
    keymap = given("preset: less\nlist.sort: f12\n")
    assert ("f",) in keymap.chords("move.page-down")
    assert keymap.chords("list.sort") == (("f12",),)


def test_an_unknown_preset_is_told_and_the_defaults_serve(given: Given) -> None:
    keymap = given("preset: wordstar\n")
    assert said(keymap) == ["keymap.yaml:1: “wordstar” is no preset; there are default, vim, emacs, less"]
    assert keymap.entries == load_keymap().entries


@pytest.mark.parametrize(
    "text", ["a: &x [1]\nb: *x\n", "a: b: c\n", "- a\n- b\n", "list.sort: a\nlist.sort: b\n"]
)
def test_a_file_that_is_no_plain_mapping_is_told_and_the_defaults_serve(given: Given, text: str) -> None:
    keymap = given(text)
    assert len(keymap.problems) >= 1
    assert keymap.entries == load_keymap().entries


def test_an_empty_file_and_no_file_are_fine(given: Given) -> None:
    assert given("").problems == ()
    assert load_keymap().problems == ()


def test_a_misspelt_preset_is_told_with_the_nearest_one(given: Given) -> None:
    (sentence,) = said(given("preset: vmi\n"))
    assert sentence.endswith("(did you mean “vim”?)")


def test_problems_are_told_in_the_order_of_their_lines(given: Given) -> None:
    keymap = given("list.sort: r\nlist.srot: f12\nlist.open: 5\n")
    assert [problem.line for problem in keymap.problems] == [1, 2, 3]
