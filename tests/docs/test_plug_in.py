"""The plug-in that the documentation shows works as it stands there."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.cli.conftest import Program
from tests.docs.pages import blocks
from tests.ingest.plugged import install


def shown(language: str, word: str) -> str:
    (found,) = (
        block.text for block in blocks(language) if block.page == "docs/formats.md" and word in block.text
    )
    return found


def test_the_format_of_the_documentation_reads_its_files_and_tells_what_it_skips(tmp_path: Path) -> None:
    program = Program(tmp_path / "home")
    install(tmp_path / "site", shown("python", "FORMAT = Format("))
    spring = "Sitting in March\nThe bridge at Orle will be mended.\f\f".encode("utf-16")
    (tmp_path / "spring.minutes").write_bytes(
        spring + "Sitting in May\nThe fair may stay.".encode("utf-16-le")
    )
    call = ("-c", str(tmp_path / "spring.minutes"))
    env = {"PYTHONPATH": str(tmp_path / "site")}
    told = program.json(*call, "index", env=env)
    assert told["added"] == 2
    assert told["skipped"] == [{"path": "spring.minutes, sitting 2", "reason": "It is empty."}]
    (hit,) = program.json(*call, "search", "bridge", env=env)["hits"]
    assert (hit["article"]["title"], hit["article"]["source"]) == ("Sitting in March", "Town council")


def test_the_project_file_of_the_documentation_names_the_format_and_its_module() -> None:
    project = tomllib.loads(shown("toml", "briefreader.formats"))
    assert project["project"]["entry-points"]["briefreader.formats"] == {"minutes": "council_minutes:FORMAT"}
    assert project["tool"]["setuptools"]["py-modules"] == ["council_minutes"]
    assert project["build-system"]["build-backend"] == "setuptools.build_meta"
