"""What the walk does next: a seed gives the same endless row of steps every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefreader.keymap import COMMANDS, CONTEXTS, Context, load_keymap, reachable
from tests.hostile.payloads import PAYLOADS

Kind = Literal["keys", "resize", "file"]

# "q" and "Q" leave the reader, also where they were meant for a line of text that did not open.
WORDS = (
    *("nato", "borrell", "european union", '"security drafts"', "russ*", "title:talks", "is:unread"),
    *("person:blinken -kuleba", "(moscow OR kiev", "blnken~", "tour.md", "tour.json", "wc -w", "cat"),
    *("2022-01", "a note", "[b]note[/b]", "שלום", "5", "-", "a.*b(", "łódź", "😀"),
)
WAYS: dict[Context, tuple[str, ...]] = {
    "list": (),
    "article": ("enter",),
    "sidebar": ("enter", "tab"),
    "search": ("/",),
    "compare": ("c", "j", "c"),
    "notebook": ("g", "n"),
    "concordance": ("/", "nato", "enter", "g", "k"),
    "view": (),
    "dialog": (":",),
}
VIEWS = (("g", "t"), ("g", "w"), ("g", "i"), ("g", "o"))
SIZES = ((120, 36), (80, 24), (200, 50), (60, 20), (140, 40), (40, 10), (3, 2), (1, 1))
_LEAVES = {"app.quit", "app.close"}
_NAMES = {"pageup", "pagedown", "home", "end", "up", "down", "left", "right"}


@dataclass(frozen=True, slots=True)
class Step:
    """Keys to press, a size to take (columns and rows), or a file of the collection to touch (its number)."""

    kind: Kind
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (0, 0)
    number: int = 0


def steps(seed: int) -> Iterator[Step]:
    """Yield steps without end: to a place, a while of its commands, back to the list, and on."""
    chance = random.Random(seed)
    chords = {context: _chords(context) for context in CONTEXTS if context != "global"}
    while True:
        context = chance.choice(tuple(WAYS))
        yield from _way(chance, context)
        for _ in range(chance.randint(4, 30)):
            yield _any(chance, chords[context])
        yield Step("keys", ("escape", "escape", "escape", "escape"))
        if chance.random() < 0.06:
            yield Step("resize", size=chance.choice(SIZES))
            yield Step("resize", size=SIZES[chance.randint(0, 4)])
        if chance.random() < 0.03:
            yield Step("file", number=chance.randrange(1 << 16))


def _way(chance: random.Random, context: Context) -> Iterator[Step]:
    for key in WAYS[context] if context != "view" else chance.choice(VIEWS):
        yield Step("keys", (key,))


def _any(chance: random.Random, chords: list[tuple[str, ...]]) -> Step:
    what = chance.random()
    if what < 0.78:
        count = (str(chance.randint(2, 30)),) if chance.random() < 0.08 else ()
        return Step("keys", (*count, *chance.choice(chords)))
    if what < 0.86:
        return Step("keys", (chance.choice(WORDS), "enter"))
    if what < 0.93:
        return Step("keys", (_mouse(chance),))
    if what < 0.96:
        return Step("keys", (f"\x1b[200~{_pasted(chance)}\x1b[201~",))
    return Step("keys", (chance.choice(("escape", "enter", "tab", "\x1b[I", "\x1b[O", "ctrl+z")),))


def _mouse(chance: random.Random) -> str:
    column, row = chance.randint(1, 120), chance.randint(1, 36)
    button = chance.choice((0, 0, 2, 64, 65))
    return f"\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m"


def _pasted(chance: random.Random) -> str:
    return chance.choice(list(PAYLOADS.values())).replace("\x1b", "")


def _chords(context: Context) -> list[tuple[str, ...]]:
    keymap = load_keymap()
    return [
        tuple(key.removeprefix("shift+") if key in _NAMES else key for key in chord)
        for command in reachable(context)
        if command.id not in _LEAVES
        for chord in keymap.chords(command.id, context)
    ]


def walkable() -> set[str]:
    """Return the ids of the commands that a walk may come to."""
    keymap = load_keymap()
    return {command for command in COMMANDS if keymap.chords(command)} - _LEAVES
