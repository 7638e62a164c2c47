"""Every screen of the reader, filled with attacks from every source, and what it sends to the terminal."""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hostile.payloads import PAYLOADS
from tests.hostile.stream import parsed
from tests.hostile.test_reader import reader
from tests.hostile.visits import RECORDING, places
from tests.pty.driver import Terminal

__all__ = ["reader"]

COMPARED = ((("C",), "─ Compare with"), (("enter",), " links"))
SEARCHED = ((("/", "marker"), "best first"),)
LISTED = (*SEARCHED, (("enter",), "hit 1"), (("g", "k"), "marker ·"))
READ = ((("enter",), "f Find"),)
NAMED = ((("tab", "tab"), "First mention"),)
COVERED = (*COMPARED, (("+",), "─ A further account"), (("enter",), "─ Claims"))
ATTACK = "".join(payload for payload in PAYLOADS.values() if not {"\n", "\x1b"} & set(payload))
PASTED = f"\x1b[200~{ATTACK}\x1b[201~"


class Walk(NamedTuple):
    """Keys to press, a step at a time, each with what shows that it was taken; and what it opens."""

    steps: tuple[tuple[tuple[str, ...], str], ...]
    opens: frozenset[str] = frozenset()


def walk(*steps: tuple[tuple[str, ...], str], opens: str = "") -> Walk:
    """Return a walk; ``opens`` names places as :func:`tests.hostile.visits.places` does, parted by commas."""
    return Walk(steps, frozenset(filter(None, opens.split(", "))))


WALKS = {
    "timeline": walk(
        (("g", "t"), "─ Timeline"),
        (("f", PASTED), "filter"),
        opens="screen TimelineScreen, timeline TimelineScreen.filter, prompting filter_question",
    ),
    "together": walk((("g", "w"), "─ Mentioned together"), opens="screen TogetherScreen"),
    "import report": walk((("g", "i"), "─ Import report"), opens="screen ReportScreen"),
    "stories": walk(
        (("g", "o"), "+11 nearly the same"),
        (("o",), "-11 nearly the same"),
        (("c",), "─ Compare with"),
        opens="screen StoriesScreen, stories StoriesScreen._choose",
    ),
    "notebook": walk(
        (("g", "n"), "Enter Go there"),
        (("a", PASTED), "Enter Save"),
        (("enter",), "Enter Go there"),
        (("f", "end"), "filter"),
        (("enter",), "Enter Go there"),
        (("E",), "export"),
        opens="screen NotebookScreen, notebook NotebookScreen.edit, notebook NotebookScreen.filter",
    ),
    "concordance": walk(
        *LISTED,
        (("f", "brief"), "filter"),
        (("enter",), "Enter Go there"),
        (("w",), "export"),
        opens="screen ConcordanceScreen, concordance ConcordanceScreen.filter, searching Searching._ask",
    ),
    "concordance of words": walk(
        (("g", "k"), "a name, or a query"),
        ((PASTED, "enter"), "─ words "),
        opens="about_names AboutNames.concordance",
    ),
    "filtering the list": walk(
        (("f", PASTED), "0/0"), (("escape",), "136/136"), opens="filtering Filtering.open"
    ),
    "tagging": walk((("t",), "a word, or"), ((PASTED, "enter"), "a tag is"), opens="marking Marking.tag"),
    "exporting": walk(
        (("E",), "export"),
        ((f"/nowhere/{PASTED}.md", "enter"), "cannot write"),
        opens="exporting Exports.ask",
    ),
    "into a command": walk(
        (("|",), "a command that reads"),
        (("cat", "enter"), "Enter goes back"),
        (("enter",), "Enter Read"),
        opens="outside Outside.pipe",
    ),
    "noting": walk(*READ, (("a", PASTED), "note"), (("enter",), "Noted"), opens="noting Noting.add"),
    "adding a name": walk(
        *READ,
        (("@",), "words of this article"),
        (("Bruno", "enter"), "─ “Bruno” is"),
        opens="correcting Correcting._ask_words, correcting Correcting._ask_kind",
    ),
    "naming what is selected": walk(*READ, (("w", "@"), " name "), opens="correcting Correcting._ask_whom"),
    "correcting the article": walk(
        *READ,
        (("!",), "─ What is wrong"),
        (("enter",), "Enter Save"),
        opens="amending Amending._choose, amending Amending._ask",
    ),
    "finding": walk(*READ, (("f", PASTED), "find"), opens="finding Finding._ask"),
    "labels": walk(*READ, ((";",), "jump to"), opens="labelling Labelling._lay"),
    "narrowing the names": walk(*NAMED, (("f", "a"), "names"), opens="name_filtering NameFiltering.open"),
    "about a name": walk(*NAMED, (("=",), "─ About"), opens="screen AboutScreen"),
    "mentions": walk(*NAMED, (("@",), "Testova")),
    "renaming": walk(
        *NAMED,
        (("!",), "Rename"),
        (("rename", "enter"), "name "),
        opens="correcting Correcting._offer, correcting Correcting._ask_name",
    ),
    "merging": walk(
        *NAMED,
        (("!",), "Merge with"),
        (("merge with", "enter"), "is the same as"),
        opens="correcting Correcting._offer_partners",
    ),
    "compare": walk(
        *COMPARED,
        (("n",), " links"),
        (("a",), "note"),
        ((PASTED, "enter"), "Noted on both passages"),
        (("E",), "export"),
        opens="screen CompareScreen, comparing Comparing._offer, pair_notes PairNotes.note",
    ),
    "comparing with another": walk(*COMPARED, (("C",), "─ Compare with"), opens="compared Compared._choose"),
    "facts": walk(*COMPARED, (("f",), "─ Facts")),
    "who is named": walk(*COMPARED, (("e",), "─ Who is named"), opens="compared Compared._show_names"),
    "three accounts": walk(
        *COVERED,
        (("enter",), "─ Side by side"),
        opens="screen CoverageScreen, compare_coverage CoverageScreen.open_claim",
    ),
    "four accounts": walk(
        *COVERED,
        (("+",), "─ A further account"),
        (("enter",), " D  "),
        (("a",), "note on the claim"),
        ((PASTED, "enter"), "Add an account"),
        (("E",), "export"),
        opens="covered Covered._choose, covered Covered.note",
    ),
    "history": walk((("g", "h"), "─ Searched before"), opens="search_memory SearchMemory._choose"),
    "saved searches": walk((("g", "s"), "─ Saved")),
    "saving a search": walk(
        *SEARCHED,
        (("f7",), "save as"),
        ((PASTED, "enter"), "a saved search needs"),
        opens="search_memory SearchMemory.save",
    ),
    "forgetting a search": walk((("g", "D"), "─ ")),
    "narrowing": walk(
        *SEARCHED,
        (("escape",), "Enter Read"),
        (("F",), "─ Only articles with"),
        opens="search_narrowing SearchNarrowing._show",
    ),
    "query language": walk((("g", "?"), "─ The query language"), opens="search_language SearchLanguage.help"),
    "palette": walk(((":",), "─ Commands"), opens="everywhere Everywhere._run_chosen"),
    "help": walk((("?",), "─ Keys"), ((PASTED,), "Nothing fits these words")),
    "colours": walk((("T",), "─ Theme"), opens="everywhere Everywhere.choose_theme"),
    "tour": walk((("g", "u"), "1 of 3"), (("g", "u"), "Enter Read")),
    "grouped by story": walk((("D", "D", "D"), "story")),
}
_GROUPS = 6
_QUIET_S = 0.3
"""Longer than the reader waits by itself: for what follows an escape, or until a cursor rests."""
_ROUND = ("j", "j", "G", "k", "home", "down", "end", "tab", "pagedown", "n", "space")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "opened"


@pytest.fixture
def start(record: Path) -> list[str]:
    """Open a reader that tells what it opens."""
    return [sys.executable, "-c", RECORDING, str(record)]


@pytest.mark.parametrize("names", [tuple(WALKS)[at::_GROUPS] for at in range(_GROUPS)], ids=" + ".join)
def test_every_screen_sends_nothing_but_the_readers_own_sequences(
    reader: Terminal, record: Path, names: tuple[str, ...]
) -> None:
    for name in names:
        record.write_text("")
        reader.press("G")
        reader.until("Body 0 ")
        for keys, awaited in WALKS[name].steps:
            reader.press(*keys)
            reader.until(awaited)
        reader.press(*_ROUND)
        return_to_list(reader)
        assert reader.status() is None
        assert set(record.read_text().splitlines()) >= WALKS[name].opens, name


def test_the_walks_come_to_every_screen_dialog_and_line_that_there_is() -> None:
    walked = {"screen MainScreen"}.union(*(each.opens for each in WALKS.values()))
    assert walked == places()


def return_to_list(reader: Terminal) -> None:
    """Press escape until the list of everything has the focus; each time wait for all that comes of it."""
    reader.settle(_QUIET_S)
    for _ in range(20):
        reader.press("escape")
        reader.settle(_QUIET_S)
        if is_list(reader.text):
            break
    reader.press("g", "/")
    reader.until(lambda screen: "articles · date" in screen)


def is_list(screen: str) -> bool:
    """Tell whether the list has the focus and no dialog lies over it."""
    top, *rest = screen.splitlines()
    return " articles · " in top and "Enter Read" in screen and not any("╭" in line for line in rest)


def test_only_a_copy_key_writes_to_the_clipboard_and_only_what_was_copied(reader: Terminal) -> None:
    reader.press("enter")
    reader.until("f Find")
    before = parsed(bytes(reader.output))
    assert set(before.clipboard_writes()) == set()
    reader.press("y", "c")
    reader.until("Copied the citation")
    (written,) = parsed(bytes(reader.output)).clipboard_writes()
    copied = base64.b64decode(written.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()
    assert copied.startswith("“Brief")
    assert parsed(copied.encode()).counted == {}
    del reader.output[:]
