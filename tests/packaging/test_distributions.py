"""The wheel and the sdist hold what they should and nothing else."""

from __future__ import annotations

import email
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling import build

from briefreader import __version__

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "briefreader"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel in this process: no network, no environment of its own."""
    target = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return zipfile.ZipFile(target / build.build_wheel(str(target)))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the sdist and return its names, relative to its one folder."""
    target = tmp_path_factory.mktemp("sdist")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        with tarfile.open(target / build.build_sdist(str(target))) as archive:
            return {name.split("/", 1)[1] for name in archive.getnames()}


def files_below(folder: Path) -> set[str]:
    """Return what stands in a folder of the checkout, as paths within it, less what Python leaves there."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


def test_the_wheel_installs_one_package_its_manual_pages_and_its_metadata(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist()} == {
        "briefreader",
        f"briefreader-{__version__}.data",
        f"briefreader-{__version__}.dist-info",
    }
    pages = {name for name in wheel.namelist() if name.startswith(f"briefreader-{__version__}.data/")}
    below = f"briefreader-{__version__}.data/data/share/man/man1/"
    assert pages == {below + name for name in files_below(ROOT / "docs" / "man")}


def test_the_wheel_holds_the_package_the_sample_and_the_keymap_and_nothing_else(
    wheel: zipfile.ZipFile,
) -> None:
    inside = {
        name.removeprefix("briefreader/") for name in wheel.namelist() if name.startswith("briefreader/")
    }
    sample = {f"_sample/corpus/{name}" for name in files_below(ROOT / "corpus")} | {"_sample/keymap.yaml"}
    assert inside == files_below(PACKAGE) | sample


def test_the_shipped_keymap_and_sample_are_those_of_the_checkout(wheel: zipfile.ZipFile) -> None:
    for path in (ROOT / "keymap.yaml", *(ROOT / "corpus").iterdir()):
        assert wheel.read(f"briefreader/_sample/{path.relative_to(ROOT).as_posix()}") == path.read_bytes()


def test_type_checkers_may_trust_the_annotations(wheel: zipfile.ZipFile) -> None:
    assert "briefreader/py.typed" in wheel.namelist()


def test_every_set_of_data_that_needs_a_notice_travels_with_it(wheel: zipfile.ZipFile) -> None:
    notices = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("NOTICE*")}
    assert notices <= {name.removeprefix("briefreader/") for name in wheel.namelist()}


def test_the_wheel_names_the_program_the_licence_and_the_oldest_python(wheel: zipfile.ZipFile) -> None:
    information = f"briefreader-{__version__}.dist-info"
    metadata = email.message_from_bytes(wheel.read(f"{information}/METADATA"))
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert "LICENSE" in metadata.get_all("License-File", [])
    assert b"briefreader = briefreader.__main__:main" in wheel.read(f"{information}/entry_points.txt")


def test_the_sdist_can_be_built_tested_and_linted(sdist: set[str]) -> None:
    needed = {"Makefile", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"}
    needed |= {"pyproject.toml", "constraints.txt", "requirements-dev.txt", "keymap.yaml"}
    assert needed <= sdist
    assert {f"corpus/{name}" for name in files_below(ROOT / "corpus")} <= sdist
    assert {f"src/briefreader/{name}" for name in files_below(PACKAGE)} <= sdist
    assert {f"tests/{name}" for name in files_below(ROOT / "tests")} <= sdist


def test_no_cache_no_environment_and_no_local_file_is_published(sdist: set[str]) -> None:
    strays = {
        name for name in sdist if name.endswith(".pyc") or name.split("/")[0] in {".venv", ".git", "dist"}
    }
    assert strays == set()
