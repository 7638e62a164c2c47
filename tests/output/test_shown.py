"""What is sent to a terminal leaves it showing what was painted, in as few bytes as it takes."""

from __future__ import annotations

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.ui.output.sgr import change
from briefreader.ui.output.shown import ShownScreen

COLUMNS, ROWS = 24, 6
STYLES = [
    "",
    "1",
    "7",
    "4;38;2;1;2;3",
    "38;2;200;0;0;48;2;0;0;40",
    "48;2;0;0;40",
    "2;31",
    "1;3;9;53;97;104",
    "38;5;9",
    "1;39;49",
    "7;31;39",
]
TEXTS = ["a", "plain text", "   ", "語文", "é e\u0301x", "x 語 y", "─│╭", " ", "aaaaaaaaaaaaaaa"]
RUNS = st.tuples(
    st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 16), st.sampled_from(STYLES), st.sampled_from(TEXTS)
)

CURSORS = st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1))


def frame(runs: list[tuple[int, int, str, str]], cursor: tuple[int, int] = (0, 0)) -> str:
    """Write runs as Textual does: a move, the style, the text, no style, and the cursor where it belongs."""
    written = [
        f"\x1b[{row + 1};{column + 1}H" + (f"\x1b[{style}m{text}\x1b[0m" if style else text)
        for row, column, style, text in runs
    ]
    return "\n".join(written) + f"\x1b[{cursor[0] + 1};{cursor[1] + 1}H"


class Pair:
    """Two terminals: one is sent everything, the other what a ShownScreen makes of it."""

    def __init__(self) -> None:
        self.screens = [pyte.Screen(COLUMNS, ROWS) for _ in range(2)]
        self.streams = [pyte.Stream(screen) for screen in self.screens]
        self.shown = ShownScreen(COLUMNS, ROWS)
        self.sent = ""

    def write(self, data: str) -> None:
        self.sent = self.shown.feed(data)
        self.streams[0].feed(data.replace("\n", ""))
        self.streams[1].feed(self.sent.replace("\n", ""))

    def looks(self, which: int) -> list[list[tuple[object, ...]]]:
        """Return what is seen in each cell; the colour of a blank's letters is not."""
        return [
            [look(self.screens[which].buffer[row][column]) for column in range(COLUMNS)]
            for row in range(ROWS)
        ]


def look(cell: pyte.screens.Char) -> tuple[object, ...]:
    lines = (cell.underscore, cell.strikethrough, cell.reverse, cell.bg)
    return (
        (" ", *lines)
        if cell.data == " " and not cell.reverse
        else (cell.data, *lines, cell.fg, cell.bold, cell.italics)
    )


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.lists(RUNS, min_size=1, max_size=8), CURSORS), min_size=1, max_size=6))
def test_the_terminal_shows_what_it_would_have_been_sent_in_full(
    frames: list[tuple[list[tuple[int, int, str, str]], tuple[int, int]]],
) -> None:
    pair = Pair()
    for runs, cursor in frames:
        pair.write(frame(runs, cursor))
        assert pair.looks(1) == pair.looks(0)


def test_what_is_shown_already_is_not_sent_again() -> None:
    pair = Pair()
    pair.write(frame([(1, 2, "1", "plain text")]))
    pair.write("\x1b[?2026h")
    pair.write(frame([(1, 2, "1", "plain text")]))
    assert pair.sent == ""
    pair.write("\x1b[?2026l")
    assert pair.sent == ""


def test_one_letter_changed_costs_a_move_and_the_letter() -> None:
    pair = Pair()
    pair.write(frame([(1, 2, "1;38;2;1;2;3", "page 1 of 9")]))
    pair.write(frame([(1, 2, "1;38;2;1;2;3", "page 2 of 9")]))
    assert pair.sent == "\x1b[8G2"


def test_a_frame_that_is_sent_stays_within_its_synchronised_update() -> None:
    pair = Pair()
    pair.write("\x1b[?2026h")
    pair.write(frame([(1, 2, "", "a")]))
    assert pair.sent == "\x1b[?2026h\x1b[2;3H\x1b[ma"
    pair.write("\x1b[?2026l")
    assert pair.sent == "\x1b[?2026l"


def test_after_another_screen_or_another_size_nothing_is_taken_for_granted() -> None:
    pair = Pair()
    for upset in (
        lambda: pair.write("\x1b[?1049h"),
        lambda: pair.shown.resize(COLUMNS + 1, ROWS),
        pair.shown.forget,
    ):
        pair.write(frame([(1, 2, "", "text")]))
        upset()
        pair.write(frame([(1, 2, "", "text")]))
        assert "text" in pair.sent


def test_what_is_not_a_frame_passes_untouched() -> None:
    pair = Pair()
    for data in ("\x1b]52;c;YQ==\x07", "\x1b[?1000h", "\x1b[?2048$p", "\x1b[2J\x1b[3;3H", "plain\x07"):
        pair.write(data)
        assert pair.sent == data


def test_a_frame_that_cannot_be_understood_passes_untouched() -> None:
    pair = Pair()
    for data in (
        "\x1b[1;1Ha\x1b]8;;u\x1b\\b",
        f"\x1b[1;{COLUMNS}Hab",
        f"\x1b[{ROWS + 1};1Ha",
        "\x1b[1;1H\u0301",
    ):
        pair.write(data)
        assert pair.sent == data


def test_a_cursor_that_an_input_places_is_left_there() -> None:
    pair = Pair()
    pair.write("\x1b[2;3Hab\x1b[2;5H")
    pair.write("\x1b[1;1Hx\x1b[2;5H")
    assert pair.sent == "\x1b[1Hx\x1b[2;5H"


def test_styles_change_by_what_differs() -> None:
    assert change("1;38;2;1;2;3", "38;2;1;2;3") == "\x1b[22m"
    assert change("38;2;1;2;3;48;2;9;9;9", "38;2;4;5;6;48;2;9;9;9") == "\x1b[38;2;4;5;6m"
    assert change("1;4", "") == "\x1b[m"
    assert change("1;2", "2") in ("\x1b[22;2m", "\x1b[0;2m")
    assert change(None, "1") == "\x1b[0;1m"


def test_the_terminals_own_colours_cost_nothing_where_none_was_named() -> None:
    pair = Pair()
    pair.write(frame([(1, 2, "39;49", "plain text")]))
    pair.write(frame([(1, 2, "", "plain text")]))
    assert pair.sent == ""
    pair.write(frame([(1, 2, "1;31;39;49", "plain text")]))
    assert pair.sent == "\x1b[3G\x1b[1mplain text"


def test_what_follows_a_sign_that_the_terminal_measures_wider_stands_in_its_place() -> None:
    pair = Pair()
    pair.write(frame([(0, 0, "", "x 👍🏽 then words, 🇩🇪!  ")]))
    row = pair.screens[1].buffer[0]
    assert "".join(row[column].data for column in range(5, 15)) == "then words"
    pair.write(frame([(0, 0, "", "plain" + " " * 19)]))
    assert pair.screens[1].display[0].rstrip() == "plain"


def test_letters_that_terminals_measure_variously_stay_whole_and_go_without_a_trace() -> None:
    shown = ShownScreen(COLUMNS, ROWS)
    assert "     \x1b[1Gकि का" in shown.feed(frame([(0, 0, "", "कि का  ")]))
    assert "x    " in shown.feed(frame([(0, 0, "", "x    ")]))
