"""The keys that README.md tells a newcomer to press are bound."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def keys_of_the_default_keymap() -> set[str]:
    keymap = yaml.safe_load((ROOT / "keymap.yaml").read_text(encoding="utf-8"))
    return {key for keys in keymap.values() for key in (keys if isinstance(keys, list) else [keys])}


def test_every_key_in_the_table_is_bound() -> None:
    rows = re.findall(r"^\| (`.+?`) \|", README, flags=re.MULTILINE)
    keys = {key for row in rows for key in re.findall(r"`([^`]+)`", row)}
    assert len(keys) > 20
    assert keys - keys_of_the_default_keymap() == set()


def test_every_key_in_the_tour_is_bound() -> None:
    tour = README.split("## Five minutes")[1].split("| key |")[0]
    keys = {word for word in re.findall(r"`([^`]+)`", tour) if len(word) <= 3 or word in {"enter", "escape"}}
    assert len(keys) > 10
    assert keys - keys_of_the_default_keymap() == set()
