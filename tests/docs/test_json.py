"""The manual names every field of the JSON that the command line prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.conftest import SAMPLE, Program
from tests.docs.pages import ROOT

CALL, OTHER, THIRD = (
    "2021-12-22-lanternfield-call.md",
    "2021-12-22-quillmark-call.txt",
    "2021-12-22-tarn-lithuania.md",
)
OF_A_COLLECTION = (
    ("search", "kuleba", "--facets"),
    ("show", OTHER),
    ("entities",),
    ("mentions", "Borrell"),
    ("compare", CALL, OTHER, THIRD),
    ("stories",),
    ("index",),
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("home"))


def told() -> set[str]:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = page.partition("## JSON")[2].partition("\n## ")[0]
    return set(re.findall(r"`([^`]+)`", section)) | {"version"}


def fields(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from fields(each)
    elif isinstance(value, list):
        for each in value:
            yield from fields(each)


@pytest.mark.parametrize("call", OF_A_COLLECTION, ids=lambda call: call[0])
def test_every_field_of_an_answer_is_in_the_manual(program: Program, call: tuple[str, ...]) -> None:
    assert set(fields(program.json("-c", str(SAMPLE), *call))) - told() == set()


@pytest.mark.parametrize("command", ["config", "doctor", "keys"])
def test_every_part_of_what_is_in_force_is_in_the_manual(program: Program, command: str) -> None:
    assert set(program.json(command)) - told() == set()


def test_a_query_that_is_wrong_is_answered_with_the_fields_of_the_manual(program: Program) -> None:
    done = program("-c", str(SAMPLE), "search", "date:nonsense", "--json")
    assert done.returncode == 2
    assert '"problem"' in done.stdout
    assert {"problem", "message"} <= told()
