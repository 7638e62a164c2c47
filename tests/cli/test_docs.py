"""What the documentation shows can be run as it stands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program

ROOT = Path(__file__).parents[2]
PYTHON = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python-api.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", PYTHON, ids=["library", "text"])
def test_an_example_in_python_runs_and_prints(program: Program, example: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", example],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=program.environment({}),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") >= 3


def test_every_command_of_the_program_is_in_the_manual() -> None:
    from briefreader.cli.app import COMMANDS

    manual = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert [
        name for name in COMMANDS if f"`briefreader {name}" not in manual and f"`{name} " not in manual
    ] == []


def test_the_examples_in_the_manual_for_the_sample_succeed(sample: Program) -> None:
    assert sample("mentions", "Borrell", "--limit", "5").returncode == 0
    assert sample("export", "hits", "person:Blinken", "-f", "csv").returncode == 0
    assert sample("compare", "-", "2021-12-22-quillmark-call.txt", stdin="Blinken spoke.").returncode in (
        0,
        1,
    )
