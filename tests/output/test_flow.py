"""Scripts whose vowel signs take a cell in most terminals and none in the table the screen is laid out by."""

from __future__ import annotations

import re
import unicodedata

import pyte

from briefreader.text.width import cell_width, fit, wrap
from briefreader.ui.output.shown import ShownScreen

HINDI = "\u0915\u093e \u0928\u093e\u092e \u091c\u093e\u0928\u093e \u0928\u093f\u0915\u0930"
WIDTH = 40


def frame(row: int, *runs: tuple[str, str]) -> str:
    """Return a line as Textual writes it: one style after the other."""
    return f"\x1b[{row + 1};1H" + "".join(f"\x1b[{style}m{text}\x1b[0m" for style, text in runs)


def padded(text: str, room: int) -> str:
    return " " * (room - cell_width(text))


def stretched(sent: str) -> str:
    """Return the first line of a terminal that gives each spacing vowel sign a cell of its own."""
    screen = pyte.Screen(WIDTH, 2)
    apart = "".join(
        chr(0xE000 + ord(char) % 256) if unicodedata.category(char) == "Mc" else char for char in sent
    )
    pyte.Stream(screen).feed(apart)
    return screen.display[0]


def as_stretched(text: str) -> str:
    return "".join(
        chr(0xE000 + ord(char) % 256) if unicodedata.category(char) == "Mc" else char for char in text
    )


def test_a_highlight_covers_no_letter_of_the_words_before_it_and_the_frame_stays() -> None:
    shown = ShownScreen(WIDTH, 2)
    line = f"{HINDI} {HINDI}"
    blank = padded(line, WIDTH - 3)
    sent = shown.feed(frame(0, ("31", f" {HINDI} "), ("1", HINDI), ("31", blank), ("32", "│"), ("32", " ")))
    assert stretched(sent).startswith(as_stretched(f" {line}"))
    assert stretched(sent)[WIDTH - 2] == "│"


def test_what_ran_over_is_gone_when_another_line_takes_its_place() -> None:
    shown = ShownScreen(WIDTH, 2)
    room = WIDTH - 2
    sent = shown.feed(frame(0, ("31", f" {HINDI}"), ("31", padded(HINDI, room - 1)), ("32", "│ ")))
    word = "x" * cell_width(HINDI)
    sent += shown.feed(frame(0, ("31", f" {word}"), ("31", padded(word, room - 1)), ("32", "│ ")))
    assert stretched(sent).rstrip() == f" {word}".ljust(room) + "│"


def test_the_same_line_again_in_its_place_is_painted_whole() -> None:
    shown = ShownScreen(WIDTH, 2)
    line = frame(0, ("31", HINDI), ("1", HINDI), ("31", padded(HINDI + HINDI, WIDTH)))
    shown.feed(line)
    other = frame(0, ("31", HINDI), ("4", HINDI), ("31", padded(HINDI + HINDI, WIDTH)))
    assert re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", shown.feed(other)).strip() == HINDI * 2


def test_lines_are_broken_and_cut_so_that_every_terminal_has_room_for_them() -> None:
    text = f"{HINDI} " * 9
    for start, end in wrap(text, 0, len(text), 20):
        line = text[start:end].rstrip()
        assert sum(unicodedata.category(char) != "Mn" for char in line) <= 20
    assert sum(unicodedata.category(char) != "Mn" for char in fit(text, 15)) <= 15
