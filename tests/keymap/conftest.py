"""Fixtures of the keymap's tests: a keymap file written by the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.keymap import Keymap, load_keymap


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str], Keymap]:
    """Load the keymap of a reader whose own file holds the text given."""

    def load(text: str) -> Keymap:
        own = tmp_path / "keymap.yaml"
        own.write_text(text, encoding="utf-8")
        return load_keymap(own)

    return load
