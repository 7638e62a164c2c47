"""How the program is called: options, statuses, start-up, pipes."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.version import __version__
from tests.cli.conftest import SAMPLE, Program
from tests.ingest.plugged import install

COMMANDS = [
    "index",
    "search",
    "show",
    "entities",
    "mentions",
    "compare",
    "stories",
    "export",
    "keys",
    "config",
    "doctor",
    "reset",
]


def test_the_version_is_told_without_loading_anything(program: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "briefreader", "--version"],
        capture_output=True,
        text=True,
        check=True,
        env=program.environment({}),
    )
    assert done.stdout == f"briefreader {__version__}\n"
    assert not re.search(r"\b(click|sqlite3|rich|yaml|whoosh|textual)\b", done.stderr)


@pytest.mark.parametrize(
    "call",
    [
        ["search", "Borrell"],
        ["show", "2021-12-22-lanternfield-call.md"],
        ["entities"],
        ["stories"],
        ["keys"],
        ["doctor"],
    ],
    ids=lambda call: call[0],
)
def test_no_subcommand_loads_the_screen(sample: Program, call: list[str]) -> None:
    watch = (
        "import sys, runpy; sys.argv[0] = 'briefreader'\n"
        "try:\n    runpy.run_module('briefreader', run_name='__main__')\n"
        "finally:\n    print('textual' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", watch, *call], capture_output=True, text=True, env=sample.environment({})
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.endswith("False\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(program: Program, command: str) -> None:
    done = program(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: briefreader {command}")


def test_help_names_every_command_and_shows_examples(program: Program) -> None:
    told = program("--help").stdout
    assert all(command in told for command in COMMANDS)
    assert "briefreader -c ~/articles search" in told


def test_the_collection_is_named_before_or_after_the_command(program: Program, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(
            f"The {name} lighthouse was lit again on Friday evening.\n"
        )
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    before = program.json("-c", one, "-c", two, "search", "lighthouse")
    after = program.json("search", "lighthouse", "-c", one, "--collection", two)
    mixed = program.json("-c", one, "search", "-c", two, "lighthouse")
    assert before["total"] == after["total"] == mixed["total"] == 2


def test_without_a_terminal_the_reader_says_so_and_names_the_commands(program: Program) -> None:
    done = program(str(SAMPLE))
    assert (done.returncode, done.stdout) == (2, "")
    assert "search" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_dumb_terminal_is_refused(program: Program) -> None:
    primary, secondary = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefreader", str(SAMPLE)],
            stdin=secondary,
            stdout=secondary,
            stderr=subprocess.PIPE,
            env=program.environment({"TERM": "dumb"}),
        )
    finally:
        os.close(primary)
        os.close(secondary)
    assert done.returncode == 2
    assert b"TERM" in done.stderr


@pytest.mark.parametrize(
    ("call", "status"),
    [
        (["search"], 2),
        (["search", "--colour", "red", "x"], 2),
        (["serach", "x"], 2),
        (["entities", "--type", "ship"], 2),
        (["export", "ships"], 2),
        (["-c", "/nowhere/at/all", "search", "x"], 4),
        (["/nowhere/at/all"], 2),
        (["index", "/nowhere/at/all"], 4),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_wrong_calls_end_with_a_sentence_and_a_status(program: Program, call: list[str], status: int) -> None:
    done = program(*call)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_misspelt_command_is_answered_with_the_right_one(program: Program) -> None:
    assert "did you mean 'search'" in program("serach", "x").stderr


def test_index_says_what_it_did_and_what_it_skipped(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text("The mill on the Oskar river turns again after nine years.\n")
    (folder / "empty.txt").write_text("")
    done = program("index", str(folder))
    assert done.returncode == 0
    assert done.stdout.startswith("1 added, 0 changed, 0 moved, 0 removed, 0 unchanged, 1 skipped")
    assert "skipped empty.txt: " in done.stdout
    told = program.json("index", str(folder))
    assert (told["unchanged"], [each["path"] for each in told["skipped"]]) == (1, ["empty.txt"])


def test_a_folder_in_which_nothing_can_be_read_ends_with_3(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert program("index", str(tmp_path / "empty.txt")).returncode == 3


def test_a_closed_pipe_ends_the_program_quietly(sample: Program) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "briefreader", "show", "2021-12-22-lanternfield-call.md", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=sample.environment({}),
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.wait() == -signal.SIGPIPE
    assert running.stderr.read() == b""
    running.stderr.close()


def test_a_failure_nobody_foresaw_is_one_line(program: Program, tmp_path: Path) -> None:
    (tmp_path / "home" / "CACHE").mkdir(parents=True)
    (tmp_path / "home" / "CACHE" / "briefreader").write_text("a file where a folder should be")
    done = program("search", "x")
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1


def test_keys_are_printed_with_their_commands_and_the_users_own(program: Program) -> None:
    told = program.json("keys")
    by_id = {each["id"]: each for each in told["keys"]}
    assert "?" in by_id["app.help"]["keys"]
    own = program.home / "CONFIG" / "briefreader"
    own.mkdir(parents=True)
    (own / "keymap.yaml").write_text("app.hlep: x\n")
    done = program("keys", "--check")
    assert done.returncode == 3
    assert "keymap.yaml:1:" in done.stderr


def test_settings_are_printed_as_they_stand(program: Program) -> None:
    own = program.home / "CONFIG" / "briefreader"
    own.mkdir(parents=True)
    (own / "config.yaml").write_text("reading:\n  measure: 60\n")
    assert program.json("config")["settings"]["reading.measure"] == 60
    assert "measure: 60" in program("config").stdout


def test_doctor_finds_nothing_wrong_with_a_sound_home(sample: Program) -> None:
    told = sample.json("doctor")
    assert told["problems"] == []
    assert told["collection"]["pending"] == {"index": 0, "entities": 0, "stories": 0}
    assert "Nothing is wrong." in sample("doctor").stdout


def test_doctor_lists_what_reads_which_file(sample: Program) -> None:
    told = sample.json("doctor")
    assert told["formats"]["plain text"] == [".txt", ".text"]
    assert set(told["extras"]) == {"pdf", "docx", "warc"}


def test_a_plug_in_that_does_not_load_is_found_wrong_by_doctor_and_told_by_index(
    program: Program, tmp_path: Path
) -> None:
    install(tmp_path / "site", "import no_such_module\n", version="1.2")
    env = {"PYTHONPATH": str(tmp_path / "site")}
    done = program("-c", str(SAMPLE), "doctor", env=env)
    assert done.returncode == 3
    assert "minutes      council-minutes 1.2" in done.stdout
    assert "wrong: plug-in minutes cannot be loaded: ModuleNotFoundError" in done.stdout
    told = program("index", str(SAMPLE), env=env).stdout
    assert "skipped plug-in minutes: It cannot be loaded: ModuleNotFoundError" in told
    assert "skipped plug-in" not in program("index", str(SAMPLE)).stdout


def test_reset_without_a_terminal_says_so(program: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefreader", "reset"],
        capture_output=True,
        text=True,
        start_new_session=True,
        env=program.environment({}),
    )
    assert (done.returncode, "no terminal" in done.stderr) == (4, True)


@pytest.mark.parametrize(("ending", "format"), [("md", "markdown"), ("bib", "bibtex")])
def test_a_format_may_be_named_by_the_ending_of_its_files(program: Program, ending: str, format: str) -> None:
    short, full = (program("export", "-c", str(SAMPLE), "articles", "-f", name) for name in (ending, format))
    assert short.returncode == 0
    assert short.stdout == full.stdout != ""


def test_notes_are_exported_from_the_command_line(program: Program, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = program("export", "-c", str(SAMPLE), "hits", "bystander", "--format", "json", "-o", str(target))
    assert (done.returncode, done.stdout) == (0, "")
    records = json.loads(target.read_text())["records"]
    assert {record["article"]["path"] for record in records} == {"2022-01-05-nordhaven-spectator.html"}
    assert all("bystander" in record["passage"] for record in records)
    assert program("export", "notes").returncode == 1


def test_a_list_of_files_comes_from_standard_input(program: Program, tmp_path: Path) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two\nlines.txt"]
    for path in paths:
        path.write_text(f"The lighthouse of {path.name[:3]} was lit again on Friday evening.\n")
    done = program("index", "-", stdin="\0".join(map(str, paths)))
    assert (done.returncode, done.stdout[:7]) == (0, "2 added")
    assert program.json("search", "lighthouse", "-c", "-", stdin=f"{paths[0]}\n")["total"] == 1
    assert program("index", "-", stdin="\n").returncode == 3


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["--nope"], "briefreader"),
        (["search", "--limit", "many"], "briefreader search"),
        (["compare", "one.txt"], "briefreader compare"),
        (["serch", "x"], "briefreader"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_gets_one_line_that_names_the_help(
    sample: Program, arguments: list[str], command: str
) -> None:
    done = sample(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("briefreader: ")
    assert line.endswith(f"(see {command} --help)")


def test_of_an_empty_folder_one_line_says_what_could_be_read(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = program("-c", str(tmp_path / "empty"), "search", "treaty")
    assert done.returncode == 1
    assert "empty holds no article; briefreader reads plain text, Markdown" in done.stderr
