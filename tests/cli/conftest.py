"""The installed program, run as a user would: a process with a home of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parents[2] / "corpus"


@dataclass(frozen=True)
class Program:
    """Runs ``briefreader`` with arguments."""

    home: Path

    def __call__(
        self, *arguments: str, stdin: str | bytes = b"", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "briefreader", *arguments],
            input=data,
            capture_output=True,
            env=self.environment(env or {}),
            timeout=120,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        places = {f"XDG_{name}_HOME": str(self.home / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        strays = ("BRIEFREADER", "COLUMNS")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(strays)}
        return {**clean, **places, **more}

    def json(self, *arguments: str, **options: Any) -> Any:
        done = self(*arguments, "--json", **options)
        assert done.returncode == 0, done.stderr
        answer = json.loads(done.stdout)
        assert answer["version"] == 1
        return answer


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program at a home where the sample is indexed."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("index", str(SAMPLE)).returncode == 0
    return program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program at an empty home."""
    return Program(tmp_path / "home")
