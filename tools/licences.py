"""``python -m tools.licences``: the licence of each package that an installed briefreader needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = "briefreader"
EXTRAS = ("pdf", "docx", "warc")
FREE = re.compile(
    r"\b(?:MIT|BSD|0BSD|ISC|Apache|PSF|Python Software Foundation|Zlib|Unicode|CC0|Public Domain|Unlicense"
    r"|MPL|Mozilla Public|LGPL|GNU Lesser)\b",
    re.IGNORECASE,
)
"""What may stand beside an MIT program that imports it and ships none of it."""


def main() -> int:
    """Print name, version and licence of each dependency; the status is 1 where one has to be looked at."""
    found = {name: licence_of(distribution(name)) for name in sorted(needed())}
    for name, licence in found.items():
        print(f"{name:24} {distribution(name).version:16} {licence or 'UNKNOWN'}")
    doubtful = [name for name, licence in found.items() if not FREE.search(licence)]
    if doubtful:
        print(f"to be looked at: {', '.join(doubtful)}", file=sys.stderr)
    return 1 if doubtful else 0


def needed() -> set[str]:
    """Return the names of all distributions that briefreader needs here, with its optional formats."""
    found: set[str] = set()
    waiting = [(ROOT, frozenset(EXTRAS))]
    while waiting:
        for wanted in _requirements(*waiting.pop()):
            name = canonicalize_name(wanted.name)
            if name not in found and _is_installed(name):
                found.add(name)
                waiting.append((wanted.name, frozenset(wanted.extras)))
    return found - {ROOT}


def _requirements(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        marks = [{"extra": extra} for extra in ("", *extras)]
        if wanted.marker is None or any(wanted.marker.evaluate(each) for each in marks):
            yield wanted


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def licence_of(package: Distribution) -> str:
    """Return what a distribution says of its licence: the SPDX expression, the classifiers, or the field."""
    said = package.metadata
    if "License-Expression" in said:
        return str(said["License-Expression"])
    classifiers = said.get_all("Classifier") or []
    named = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License")]
    field = str(said["License"]) if "License" in said else ""
    return ", ".join(named) or field.strip().partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
