"""The page on the architecture is true: its rooms, their arrows, the files it names, the dependencies."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CODE = ROOT / "src" / "briefreader"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ANYWHERE = {"errors", "lazy", "version"}
# Made at build time, or no room but the front door.
NO_ROOMS = {"__init__", "__main__", "_sample"}

pytestmark = pytest.mark.skipif(not CODE.is_dir(), reason="speaks of the source, which is not here")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the rows of the table under a heading that begins so."""
    table = PAGE.split(f"\n{heading}", 1)[1].split("\n\n")[0] if heading else ""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def room_of(path: Path) -> str:
    return path.relative_to(CODE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the rooms that a module imports anything from, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "briefreader":
            names = [f"briefreader.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        yield from (name.split(".")[1] for name in names if name.startswith("briefreader."))


def test_every_room_there_is_stands_in_the_table_and_no_other() -> None:
    named = [re.sub(r"`|/|\.py", "", room) for room, *_ in rows("| room |")]
    there = {room_of(path) for path in CODE.rglob("*.py")} - NO_ROOMS
    assert sorted(named) == sorted(there)


def test_a_room_imports_what_the_table_says_and_nothing_else() -> None:
    drawn, found = {}, {}
    for room, _, may_import in rows("| room |"):
        name = re.sub(r"`|/|\.py", "", room)
        if "all below" not in may_import:
            drawn[name] = set(re.findall(r"`(\w+)`", may_import))
            modules = (path for path in CODE.rglob("*.py") if room_of(path) == name)
            found[name] = {each for path in modules for each in imports(path)} - ANYWHERE - {name}
    assert found == drawn


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`([a-z_]+(?:/[a-z_]*)*(?:\.py)?)`", PAGE))
    paths = {name for name in named if "/" in name or name.endswith(".py")}
    assert len(paths) > 60
    assert [name for name in sorted(paths) if not is_there(name)] == []


def is_there(name: str) -> bool:
    """Tell whether there is such a file or folder: named from the source, from its room or by itself."""
    known = [path.as_posix() for path in (*CODE.rglob("*"), *ROOT.glob("*"), *ROOT.glob("*/*"))]
    return any(path.removesuffix(".py").endswith(f"/{name.strip('/').removesuffix('.py')}") for path in known)


def test_every_dependency_is_accounted_for() -> None:
    project = PROJECT["project"]
    extras = [each for extra in project["optional-dependencies"].values() for each in extra]
    wanted = {re.split(r"[<>=\[ ]", each)[0].lower() for each in [*project["dependencies"], *extras]}
    named = {name for package, _ in rows("| package |") for name in re.findall(r"[\w-]+", package.lower())}
    assert named - {"whoosh"} == wanted - {"briefreader"}
