"""Keys that come in a burst, as over a slow line, do what they would do one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.driver import Terminal

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(["briefreader", str(CORPUS)], home=tmp_path, size=(140, 40)) as terminal:
        terminal.until("Borrell welcomes")
        yield terminal


def test_what_is_typed_ahead_of_the_search_line_is_searched_for(reader: Terminal) -> None:
    reader.press("/", "chizhov")
    assert " chizhov " in reader.until(
        lambda screen: " chizhov " in screen and "articles · best first" in screen
    )


def test_a_command_typed_ahead_of_the_palette_is_run_and_no_other(reader: Terminal) -> None:
    reader.press(":", "notebook", "enter")
    assert reader.until("No notes yet")
    reader.press("q")
    assert "No notes yet" not in reader.until("17 articles")


def test_steps_typed_ahead_of_the_hits_lead_on_from_the_first(tmp_path: Path) -> None:
    with Terminal(["briefreader", "index", str(CORPUS)], home=tmp_path) as first:
        assert first.wait() == 0
    with Terminal(["briefreader", str(CORPUS)], home=tmp_path, size=(140, 40)) as reader:
        reader.until("Borrell welcomes")
        reader.press("/", "kuleba", "enter", "n", "n")
        assert reader.until(" hit 3/")


def test_words_to_find_typed_ahead_of_the_article_are_found_in_it(reader: Terminal) -> None:
    reader.press("enter", "f", "the", "enter", "n")
    assert reader.until("“the” 2/")


def test_a_key_behind_tab_is_for_the_pane_gone_to(reader: Terminal) -> None:
    reader.press("tab", "z")
    assert reader.until(lambda screen: "17 articles" not in screen and "● 20" not in screen)


def test_leaving_at_once_leaves_the_terminal_as_it_was(reader: Terminal) -> None:
    reader.press("j", "j", "Q")
    assert reader.wait() == 0
    assert reader.modes_left_on() == set()
    assert reader.termios_now == reader.termios_before


def test_steps_typed_ahead_of_a_comparison_lead_along_its_links(tmp_path: Path) -> None:
    with Terminal(["briefreader", "index", str(CORPUS)], home=tmp_path) as first:
        assert first.wait() == 0
    with Terminal(["briefreader", str(CORPUS)], home=tmp_path, size=(140, 40)) as reader:
        reader.until("Borrell welcomes")
        reader.press("C", "enter", "n", "n")
        assert reader.until("link 2/")
        reader.press("q")
        assert "● 2022-01-27" in reader.until("17 articles")
