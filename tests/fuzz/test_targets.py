"""What fuzzing found once stays mended, and what it begins with holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS, found

ALPHABET = st.text(st.characters(codec="utf-8"), max_size=200) | st.text(
    st.sampled_from('":()[]{}-+*~^&|!.,#%@\\/ \n\t\x1b\u202e\u200baAnotORand01å'), max_size=80
)
QUICK = ("sanitising", "querying", "yaml", "corrections", "keymap", "settings")


@pytest.mark.parametrize("name", TARGETS)
def test_every_specimen_passes_whole_and_cut_off_anywhere(name: str) -> None:
    tried = 0
    for data in seeds(name):
        for part in (data, data[: len(data) // 2], data[len(data) // 3 :], data + data):
            TARGETS[name](part)
            tried += 1
    assert tried > 100


@pytest.mark.parametrize(("name", "path"), found(), ids=lambda value: getattr(value, "name", value))
def test_what_was_found_once_stays_mended(name: str, path: Path) -> None:
    data = path.read_bytes()
    TARGETS[name](data)
    assert data == path.read_bytes()


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=150, deadline=None)
@given(text=ALPHABET)
def test_any_text_at_all_is_borne(name: str, text: str) -> None:
    TARGETS[name](text.encode("utf-8", "surrogatepass"))
