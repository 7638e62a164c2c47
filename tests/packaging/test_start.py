"""What the reader does without until its list is painted: each takes its time to load."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

BEFORE_THE_LIST = (
    "import json, sys, briefreader.cli, briefreader.ui.launch, briefreader.ui.first_list, briefreader.ui.app,"
    " briefreader.ui.screens.main, briefreader.library.facade; print(json.dumps(sorted(sys.modules)))"
)


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", BEFORE_THE_LIST], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(found.stdout))


@pytest.mark.parametrize(
    "module",
    [
        *("yaml", "click", "numpy", "whoosh", "pycrfsuite", "lxml", "rapidfuzz", "regex"),
        *("briefreader.keymap.keymap", "briefreader.ui.screens.main_crew", "briefreader.model.comparison"),
    ],
)
def test_the_list_is_painted_without(loaded: set[str], module: str) -> None:
    assert "briefreader.ui.screens.main" in loaded
    assert module not in loaded
