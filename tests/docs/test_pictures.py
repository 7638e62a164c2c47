"""The pictures of the manual show what the reader shows today."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tools.screenshots import IMAGES, PICTURES

from tests.docs.pages import PAGES, ROOT


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every picture, painted anew as by somebody on a plainer terminal."""
    folder = tmp_path_factory.mktemp("painted")
    plainer = {**os.environ, "TERM": "vt100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "tools.screenshots", str(folder)]
    subprocess.run(command, cwd=ROOT, env=plainer, check=True, timeout=600)
    return folder


@pytest.mark.parametrize("name", [picture.name for picture in PICTURES])
def test_a_picture_is_what_the_reader_paints(painted: Path, name: str) -> None:
    kept, now = (
        (folder / f"{name}.svg").read_text(encoding="utf-8").splitlines() for folder in (IMAGES, painted)
    )
    assert kept == now, "look at the screen, then paint it anew: make screenshots"


def test_every_picture_is_painted_by_the_tool_and_shown_on_a_page() -> None:
    assert {path.stem for path in IMAGES.iterdir()} == {picture.name for picture in PICTURES}
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [picture.name for picture in PICTURES if f"images/{picture.name}.svg" not in text] == []


def test_a_picture_fetches_nothing() -> None:
    assert [path.name for path in IMAGES.iterdir() if "url(http" in path.read_text(encoding="utf-8")] == []
