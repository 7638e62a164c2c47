"""Widgets draw with the signs that the last reader in this process used: here these are always Unicode."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefreader.ui.widgets import glyphs


@pytest.fixture(autouse=True)
def unicode_signs() -> Iterator[None]:
    before = glyphs.current()
    glyphs.use(glyphs.UNICODE)
    yield
    glyphs.use(before)
