"""Words of like use, in three grains: what stands where "Lavrov" stands is mostly a Russian politician."""

from __future__ import annotations

from functools import cache

from briefreader.entities.packaged import content
from briefreader.entities.pages import Pages


@cache
def clusters() -> tuple[Pages, list[tuple[str, str, str]]]:
    """Return each lower-case word's cluster (0: in none) and by number a fine, middle and coarse label."""
    labels = [("", "", "")]
    for number, line in enumerate(content("grains.txt").splitlines()):
        middle, coarse = line.split(" ")
        labels.append((f"f{number}", f"m{middle}", f"c{coarse}"))
    return Pages(content("clusters.txt")), labels
