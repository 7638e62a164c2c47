"""Paint the pictures of the manual from the running reader: ``python -m tools.screenshots [FOLDER]``.

Each is the sample collection as the reader shows it, so that no picture can show what the reader does not; a
test paints them again and compares.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

_FETCHED_FONT = re.compile(r"""@font-face \{.*?\}\s*""", re.DOTALL)
"""Textual's pictures fetch their font from the web: a manual that is read should tell nobody."""
_PADDED = re.compile(
    r"""x="(?P<x>[\d.]+)"\ y="(?P<y>[\d.]+)"\ textLength="(?P<width>[\d.]+)"(?P<clip>[^>]*)>"""
    r"""(?P<before>(?:&\#160;)*)(?P<words>[^<]*?)(?P<after>(?:&\#160;)*)</text>"""
)
"""A text of a picture with the blanks around it, which some programs that show pictures leave out."""
_BLANK, _CELL = "&#160;", 12.2
_PATIENCE_S = 120
_QUIET = 3

IMAGES = Path(__file__).parent.parent / "docs" / "images"


@dataclass(frozen=True)
class Picture:
    """A screen: its file's name, its size in cells, the keys that lead to it and words that it then shows."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    shows: str


_TOUR_ENDED = ("g", "u")
_SEARCHED = ("slash", "quotation_mark", *"security", "space", *"guarantees", "quotation_mark", "enter")
_COMPARED = ("slash", *"kuleba", "enter", "C", "enter", "n", "n")
PICTURES = (
    Picture("reader", (120, 34), _SEARCHED, "Next hit"),
    Picture("compare", (120, 34), _COMPARED, "link 2/"),
    Picture("facts", (120, 24), (*_COMPARED, "f"), "DIFFERS"),
    Picture("claims", (120, 28), ("g", "o", "j", "c", "plus", *"foreign", "enter"), "Found in 3 of 3"),
)


async def paint(picture: Picture) -> str:
    """Walk the reader to a screen and return it as SVG."""
    from briefreader.keymap import load_keymap
    from briefreader.library import Library
    from briefreader.resources import sample_corpus
    from briefreader.settings import load_settings
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.outside.terminal import Terminal

    nowhere = Path(os.environ["XDG_CONFIG_HOME"]) / "none"
    settings, _ = load_settings(nowhere)
    settings = replace(settings, list=replace(settings.list, update=False))  # watching files never ends
    with Library.open(sample_corpus()) as library:
        library.sync()
        app = ReaderApp(library, settings=settings, keymap=load_keymap(nowhere), terminal=Terminal())
        async with app.run_test(size=picture.size) as pilot, asyncio.timeout(_PATIENCE_S):
            await _settle(pilot)
            for key in (*_TOUR_ENDED, *picture.keys):
                await pilot.press(key)
                await _settle(pilot)
            while True:
                drawn = app.export_screenshot(title="briefreader")
                if picture.shows in html.unescape(drawn).replace("\N{NO-BREAK SPACE}", " "):
                    return _PADDED.sub(_without_padding, _FETCHED_FONT.sub("", drawn))
                await _settle(pilot)


def _without_padding(text: re.Match[str]) -> str:
    """Move a text's start to its first letter and its end to its last."""
    before, after = (len(text[side]) // len(_BLANK) for side in ("before", "after"))
    x = round(float(text["x"]) + before * _CELL, 1)
    width = round(float(text["width"]) - (before + after) * _CELL, 1)
    return f'x="{x}" y="{text["y"]}" textLength="{width}"{text["clip"]}>{text["words"]}</text>'


async def _settle(pilot: Pilot[int]) -> None:
    """Wait until no work has been left for some turns."""
    quiet = 0
    while quiet < _QUIET:
        await pilot.pause()
        quiet = quiet + 1 if all(worker.is_finished for worker in pilot.app.workers) else 0


def main() -> None:
    """Paint every picture, in a home of its own."""
    os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
    os.environ.pop("NO_COLOR", None)  # Textual obeys it, whatever terminal it is told of
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        for picture in PICTURES:
            (folder / f"{picture.name}.svg").write_text(asyncio.run(paint(picture)), "utf-8")


if __name__ == "__main__":
    main()
