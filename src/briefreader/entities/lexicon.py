"""The everyday words that give names away: titles, offices, words for organisations and for places."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from briefreader.entities.packaged import content


@cache
def words(section: str) -> frozenset[str]:
    """Return the lower-case words of one section of ``data/words.txt``."""
    return _sections()[section]


@cache
def _sections() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    section = ""
    for line in content("words.txt").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found[section].update(line.split())
    return {name: frozenset(entries) for name, entries in found.items()}
