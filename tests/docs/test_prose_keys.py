"""A key that a guide tells one to press is bound in the default keymap."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.docs.pages import ROOT

GUIDES = (
    "README.md",
    *(f"docs/{name}.md" for name in ("tutorial", "search", "reading", "entities", "compare", "notes")),
)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_KEY = re.compile(r"[!-~]|[a-z] [!-~]|[fF][1-9][0-9]?|enter|escape|tab|space|ctrl\+[a-z]", re.IGNORECASE)


SIGNS = {"."}
"""What a page shows as a sign on the screen, not as a key."""


def bound() -> set[str]:
    keymap = yaml.safe_load((ROOT / "keymap.yaml").read_text(encoding="utf-8"))
    keys = {key for keys in keymap.values() for key in (keys if isinstance(keys, list) else [keys])}
    return {key for key in keys if key}


def told(page: str) -> Iterator[str]:
    """Yield what looks like a key in a page's prose and in the first column of its tables of keys."""
    of_keys = False
    for line in _FENCED.sub("", (ROOT / page).read_text(encoding="utf-8")).splitlines():
        if not line.startswith("|"):
            of_keys = False
            yield from _CODE.findall(line)
            continue
        first = re.split(r"(?<!\\)\|", line)[1]
        of_keys = of_keys or first.strip() in ("key", "keys")
        if of_keys:
            yield from (code.replace(r"\|", "|") for code in _CODE.findall(first))


@pytest.mark.parametrize("page", GUIDES)
def test_a_key_that_a_guide_names_is_bound(page: str) -> None:
    keys = {
        code if len(code) == 1 or " " in code else code.lower() for code in told(page) if _KEY.fullmatch(code)
    }
    assert keys
    assert keys - bound() - SIGNS == set()
