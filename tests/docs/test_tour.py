"""The five minutes of README.md, walked as they are told, on a wide terminal and on a common one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import ROOT
from tests.pty.driver import Terminal

WALK = (
    ("/", "person:name"),
    ("kuleba", "3 found"),
    ("enter", "hit 1/"),
    ("n", "hit 2/"),
    ("to the names", "First mention"),
    ("home", "▌ Josep Bor"),
    ("j", "▌ Dmitry Kul"),
    ("enter", "Dmitry Kuleba 1/"),
    ("n", "Dmitry Kuleba 2/"),
    ("C", "Compare with"),
    ("enter", "link "),
    ("n", "link 1/"),
    ("n", "link 2/"),
    ("f", "DIFFERS"),
    ("f", "Quillmark Wire"),
    ("a", "Enter Save"),
    ("two translations", "two translations"),
    ("enter", "Noted on both"),
    ("g", "g"),
    ("n", "Notebook 2"),
    ("E", ".md"),
    ("ctrl+u", "Enter"),
    ("kuleba.md", "kuleba.md"),
    ("enter", "Written"),
    ("q", "link 2/"),
    ("q", "articles · best first"),
)
"""Each key, or text to type, and what the screen then shows."""


@pytest.mark.parametrize(("size", "to_the_names"), [((120, 36), "tab"), ((80, 24), "e")])
def test_the_tour_of_the_readme_ends_with_the_note_in_a_file(
    tmp_path: Path, size: tuple[int, int], to_the_names: str
) -> None:
    with Terminal(["briefreader", "index", str(ROOT / "corpus")], home=tmp_path / "home") as terminal:
        assert terminal.wait() == 0
    settings = tmp_path / "home" / "config" / "briefreader" / "config.yaml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("list:\n  update: no\n", encoding="utf-8")
    start = ["env", "-C", str(tmp_path), "briefreader", str(ROOT / "corpus")]
    with Terminal(start, size=size, home=tmp_path / "home") as terminal:
        terminal.until("17 articles")
        for key, shown in WALK:
            terminal.press(to_the_names if key == "to the names" else key)
            terminal.until(shown)
        terminal.press("Q")
        assert terminal.wait() == 0
    written = (tmp_path / "kuleba.md").read_text(encoding="utf-8")
    assert "two translations" in written
    assert "sits there too" in written
