"""Shells complete commands, options, articles and names."""

from __future__ import annotations

import pytest

from tests.cli.conftest import SAMPLE, Program


def completed(sample: Program, *words: str) -> list[str]:
    line = " ".join(("briefreader", *words))
    env = {"_BRIEFREADER_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}
    done = sample(env=env)
    assert (done.returncode, done.stderr) == (0, "")
    return [item.partition(",")[2] for item in done.stdout.splitlines() if item]


def test_a_command_is_completed(sample: Program) -> None:
    assert completed(sample, "sea") == ["search"]


def test_what_begins_no_command_is_completed_as_a_path(sample: Program) -> None:
    assert completed(sample, "./sea") == ["./sea"]


def test_an_option_of_a_command_is_completed(sample: Program) -> None:
    assert completed(sample, "search", "--fa") == ["--facets"]


@pytest.mark.parametrize("command", ["show", "compare", "entities"])
def test_an_article_is_completed_by_its_path(sample: Program, command: str) -> None:
    found = completed(sample, "-c", str(SAMPLE), command, "2022-01-27-l")
    assert found == ["2022-01-27-lanternfield-welcome.md"]


def test_a_name_is_completed_in_any_case(sample: Program) -> None:
    assert "Josep Borrell" in completed(sample, "-c", str(SAMPLE), "mentions", "jos")


def test_a_folder_that_is_not_there_completes_nothing_and_says_nothing(sample: Program) -> None:
    assert completed(sample, "-c", "/no/such/folder", "show", "2022") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_calls_the_program_back(sample: Program, shell: str) -> None:
    done = sample("completion", shell)
    assert done.returncode == 0
    assert f"_BRIEFREADER_COMPLETE={shell}_complete" in done.stdout


def test_an_unknown_shell_is_refused_with_those_there_are(sample: Program) -> None:
    done = sample("completion", "tcsh")
    assert done.returncode == 2
    assert "bash" in done.stderr
