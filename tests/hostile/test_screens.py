"""Every screen of the reader, filled with attacks from every source, and what it sends to the terminal."""

from __future__ import annotations

import base64
from contextlib import suppress

import pytest

from tests.hostile.stream import parsed
from tests.hostile.test_reader import reader
from tests.pty.driver import Terminal

__all__ = ["reader"]

# To each screen its keys, a step at a time, each with what shows that it was taken; then keys to look round.
COMPARED = ((("C",), "─ Compare with"), (("enter",), " links"))
SEARCHED = ((("/", "marker"), "best first"),)
SCREENS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "timeline": ((("g", "t"), "─ Timeline"),),
    "together": ((("g", "w"), "─ Mentioned together"),),
    "import report": ((("g", "i"), "─ Import report"),),
    "stories": ((("g", "o"), "─ Stories"),),
    "notebook": ((("g", "n"), "─ Notebook"),),
    "concordance": (*SEARCHED, (("enter",), "hit 1"), (("g", "k"), "marker ·")),
    "about a name": ((("tab", "tab"), "Scope"), (("=",), "─ About")),
    "mentions": ((("tab", "tab"), "Scope"), (("@",), "Testova")),
    "correcting a name": ((("tab", "tab"), "Scope"), (("!",), "Rename")),
    "compare": COMPARED,
    "facts": (*COMPARED, (("f",), "─ Facts")),
    "who is named": (*COMPARED, (("e",), "─ Who is named")),
    "coverage": (*COMPARED, (("+",), "─ A further account"), (("enter",), "─ Claims")),
    "history": ((("g", "h"), "─ Searched before"),),
    "saved searches": ((("g", "s"), "─ Saved"),),
    "narrowing": (
        (("/", "marker"), "best first"),
        (("escape",), "Enter Read"),
        (("F",), "─ Only articles with"),
    ),
    "query language": ((("g", "?"), "─ The query language"),),
    "palette": (((":",), "─ Commands"),),
    "help": ((("?",), "─ Keys"),),
    "colours": ((("T",), "─ Theme"),),
    "grouped by story": ((("D", "D", "D"), "story"),),
}
_ROUND = ("j", "j", "G", "k", "home", "down", "end", "tab", "pagedown", "n", "space")


@pytest.mark.parametrize("names", [tuple(SCREENS)[at::4] for at in range(4)], ids=" + ".join)
def test_every_screen_sends_nothing_but_the_readers_own_sequences(
    reader: Terminal, names: tuple[str, ...]
) -> None:
    for name in names:
        reader.press("G")
        reader.until("Body 0 ")
        for keys, awaited in SCREENS[name]:
            reader.press(*keys)
            reader.until(awaited)
        reader.press(*_ROUND)
        return_to_list(reader)
        assert reader.status() is None


def return_to_list(reader: Terminal) -> None:
    """Press escape until the list of everything has the focus; each time wait for what comes of it."""
    for _ in range(20):
        reader.press("escape")
        with suppress(AssertionError):
            reader.until(is_list, seconds=1)
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
