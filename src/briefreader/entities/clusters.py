"""Words of like use, in three grains: what stands where "Lavrov" stands is mostly a Russian politician."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def clusters() -> tuple[dict[str, int], list[tuple[str, str, str]]]:
    """Return each known lower-case word's cluster, and for each cluster its fine, middle and coarse label."""
    numbers: dict[str, int] = {}
    labels: list[tuple[str, str, str]] = []
    text = (files("briefreader.entities") / "data" / "clusters.txt").read_text("utf-8")
    for number, line in enumerate(text.splitlines()):
        middle, coarse, members = line.split(" ", 2)
        labels.append((f"f{number}", f"m{middle}", f"c{coarse}"))
        numbers.update(dict.fromkeys(members.split(" "), number))
    return numbers, labels
