"""Every example in the documentation is run as it stands, on the sample."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.entities.corrections_file import read as read_corrections
from briefreader.ingest.collection_file import collection_options
from briefreader.keymap import load_keymap
from briefreader.settings import load_settings
from briefreader.ui.looks.own_themes import load_themes
from tests.cli.conftest import SAMPLE, Program
from tests.docs.pages import PAGES, ROOT, Block, blocks
from tests.pty.driver import Terminal

# What sets a machine up or speaks to another program: a test must not do it, a reader must.
ELSEWHERE = {"pipx", "uv", "pip", "tmux"}

NOTED = """
from briefreader import Library
from briefreader.model import Span

with Library.open("corpus") as library:
    library.marks.add_note(library.listing()[0].id, Span(0, 9), "to be exported")
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the sample in it, read once."""
    place = tmp_path_factory.mktemp("place")
    shutil.copytree(SAMPLE, place / "corpus")
    assert Program(place / "home")("index", str(place / "corpus")).returncode == 0
    assert run(place, f"python -c {shlex.quote(NOTED)}").returncode == 0
    return place


def commands() -> Iterator[tuple[Block, str]]:
    for block in blocks("console", "sh", "bash"):
        lines = block.text.splitlines()
        if block.language == "console":
            lines = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        yield from ((block, line) for line in lines if line.strip() and not line.startswith("#"))


def run(place: Path, line: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    env = {**Program(place / "home").environment({}), "PATH": path}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=place,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
    )


OURS = [(block, line) for block, line in commands() if re.search(r"\bbriefreader\b", line)]
OTHERS = [(block, line) for block, line in commands() if (block, line) not in OURS]
# These want a terminal, and what they show on it.
ON_A_TERMINAL = {"briefreader corpus": "17 articles", "briefreader reset": ""}


@pytest.mark.parametrize(
    ("block", "line"),
    [each for each in OURS if each[1] not in ON_A_TERMINAL],
    ids=lambda each: str(each)[:70],
)
def test_a_command_of_the_documentation_succeeds(place: Path, block: Block, line: str) -> None:
    if "| jq" in line and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    done = run(place, line)
    assert done.returncode == 0, f"{block}: {line}\n{done.stderr}"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("line", ON_A_TERMINAL)
def test_a_command_that_wants_a_terminal_has_one(place: Path, tmp_path: Path, line: str) -> None:
    words = [str(place / word) if word == "corpus" else word for word in line.split()]
    with Terminal(words, home=tmp_path / "home") as terminal:
        if shown := ON_A_TERMINAL[line]:
            terminal.until(shown)
            terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(("block", "line"), OTHERS, ids=lambda each: str(each)[:70])
def test_a_command_of_another_program_names_something_there_is(block: Block, line: str) -> None:
    words = [word for word in shlex.split(line, comments=True) if "=" not in word]
    if words[0] == "make":
        targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
        assert set(words[1:]) <= targets, f"{block}: {line}"
    elif words[:2] == ["python", "-m"]:
        module = words[2].replace(".", "/")
        assert (ROOT / f"{module}.py").exists() or (ROOT / module).is_dir(), f"{block}: {line}"
    else:
        assert words[0] in ELSEWHERE, f"{block}: {line} is run by no test"


@pytest.mark.parametrize("block", blocks("python"), ids=str)
def test_an_example_in_python_runs(place: Path, block: Block) -> None:
    done = run(place, f"exec python -c {shlex.quote(block.text)}")
    assert done.returncode == 0, f"{block}\n{done.stderr}"


def settled(file: Path) -> list[str]:
    """Read a file of the reader's own as the program does, and return what is wrong with it."""
    match file.name:
        case "keymap.yaml":
            return [str(problem) for problem in load_keymap(file).problems]
        case "config.yaml":
            return [str(problem) for problem in load_settings(file)[1]]
        case "briefreader.yaml":
            return [str(problem) for problem in collection_options([file.parent])[1]]
        case "entities.yaml":
            return [
                str(problem)
                for problem in read_corrections(file.read_text(encoding="utf-8"), file.name).problems
            ]
        case _:
            return [str(problem) for problem in load_themes(file.parent)[1]]


@pytest.mark.parametrize("block", blocks("yaml"), ids=str)
def test_a_file_of_ones_own_is_taken_without_complaint(tmp_path: Path, block: Block) -> None:
    first = block.text.splitlines()[0]
    assert first.startswith("# "), f"{block} does not name its file in its first line"
    file = tmp_path / first.removeprefix("# ").split("/")[-1]
    file.write_text(block.text, encoding="utf-8")
    assert settled(file) == []


@pytest.mark.parametrize("block", blocks("toml"), ids=str)
def test_an_example_in_toml_is_toml(block: Block) -> None:
    assert tomllib.loads(block.text)


@pytest.mark.parametrize("page", sorted({block.page for block in blocks("keys")}))
def test_the_keys_of_a_page_show_what_it_says_they_show(place: Path, tmp_path: Path, page: str) -> None:
    program = str(Path(sys.executable).parent / "briefreader")
    here = ["env", "-C", str(tmp_path), program, str(place / "corpus")]
    with Terminal(here, size=(120, 36), home=tmp_path / "home") as terminal:
        for block in blocks("keys"):
            for line in block.text.splitlines() if block.page == page else ():
                keys, shown = line.split("→")
                terminal.press(*shlex.split(keys))
                terminal.until(shown.strip())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        there = page if not path else page.parent / path
        if ":" in target.split("#")[0]:
            continue
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(target)
    assert broken == []


def anchors(page: Path) -> set[str]:
    """Return what a heading is called in a link to it."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
