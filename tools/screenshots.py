"""Paint the pictures of the manual from the running reader: ``make screenshots``.

Each is the sample collection as the reader shows it, so that no picture can show what the reader does not.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

_FETCHED_FONT = re.compile(r"""@font-face \{.*?\}\s*""", re.DOTALL)
"""Textual's pictures fetch their font from the web: a manual that is read should tell nobody."""

IMAGES = Path(__file__).parent.parent / "docs" / "images"


@dataclass(frozen=True)
class Picture:
    """A screen: its file's name, its size in cells and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]


PICTURES = (
    Picture("reader", (120, 34), ("slash", *"borrell", "enter")),
    Picture("compare", (180, 44), ("slash", *"telephone lithuania", "enter", "c", "enter", "n")),
)


async def paint(picture: Picture) -> None:
    """Walk the reader to a screen and write it as SVG."""
    from briefreader.keymap import load_keymap
    from briefreader.library import Library
    from briefreader.resources import sample_corpus
    from briefreader.settings import load_settings
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.terminal import describe

    nowhere = Path(os.environ["XDG_CONFIG_HOME"]) / "none"
    settings, _ = load_settings(nowhere)
    with Library.open(sample_corpus()) as library:
        library.sync()
        app = ReaderApp(
            library, settings=settings, keymap=load_keymap(nowhere), terminal=describe(settings, lean=False)
        )
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause()
                await app.workers.wait_for_complete()
            await pilot.pause()
            drawn = app.export_screenshot(title="briefreader")
            (IMAGES / f"{picture.name}.svg").write_text(_FETCHED_FONT.sub("", drawn), "utf-8")


def main() -> None:
    """Paint every picture, in a home of its own."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        for picture in PICTURES:
            asyncio.run(paint(picture))


if __name__ == "__main__":
    main()
