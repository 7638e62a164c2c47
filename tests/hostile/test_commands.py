"""No command prints a control that somebody else wrote: not as data, not as talk, not in an error."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.hostile.conftest import Hostile
from tests.hostile.escapes import any_controls
from tests.hostile.payloads import PAYLOADS
from tests.pty.driver import Terminal

_COLOUR = re.compile(r"\x1b\[(?:\d{1,2}(?:;\d{1,3})*)?m")
_OF_A_PROGRESS_BAR = {"\r", "\x1b[2K", "\x1b[1A", "\x1b[?25l", "\x1b[?25h"}
# One process for many command lines: starting Python for each would take minutes.
_RUN_ALL = """
import json, sys
from briefreader.__main__ import main
for arguments in json.load(sys.stdin):
    sys.argv = ["briefreader", *arguments]
    try:
        main()
    except SystemExit:
        pass
    sys.stdout.flush()
"""


def run_all(hostile: Hostile, lines: Sequence[Sequence[str]]) -> subprocess.CompletedProcess[bytes]:
    """Run command lines in the hostile collection; what they printed comes back as bytes."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFREADER")}
    environment |= {
        f"XDG_{name.upper()}_HOME": str(hostile.home / name) for name in ("cache", "config", "data", "state")
    }
    environment |= {
        "HOME": str(hostile.home),
        "BRIEFREADER_COLLECTION": str(hostile.folder),
        "PYTHONUTF8": "1",
    }
    given = json.dumps(lines).encode()
    return subprocess.run(
        [sys.executable, "-c", _RUN_ALL],
        input=given,
        capture_output=True,
        env=environment,
        timeout=300,
        check=True,
    )


def strange(result: subprocess.CompletedProcess[bytes]) -> set[str]:
    assert b"Traceback" not in result.stderr
    return any_controls(result.stdout) | any_controls(result.stderr)


def found(hostile: Hostile) -> list[str]:
    """Return the ids of all articles, in order of their numbers."""
    answer = json.loads(run_all(hostile, [["search", "marker", "--limit", "1000", "--json"]]).stdout)
    return [hit["article"]["id"] for hit in answer["hits"]]


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_whatever_is_asked_of_a_hostile_collection_is_answered_cleanly(
    hostile: Hostile, form: tuple[str, ...]
) -> None:
    ids = found(hostile)
    assert len(ids) == hostile.count
    lines = [["index", "--rebuild"], ["search", "marker", "--limit", "1000", *form], ["entities", *form]]
    lines += [["show", one, *form] for one in ids]
    lines += [["mentions", name, *form] for name in ("Testova", "Marker", "ruritanian")]
    lines += [["compare", ids[at], ids[at + 1], *form] for at in range(0, len(ids) - 1, 10)]
    lines += [["stories", *form], ["doctor"], ["keys"], ["config"]]
    result = run_all(hostile, lines)
    assert b"Marker words" in result.stdout
    assert strange(result) == set()


def test_hostile_arguments_come_back_harmless(hostile: Hostile) -> None:
    payloads = [payload for name, payload in PAYLOADS.items() if name != "noncharacter"]
    lines = [
        [*line, payload]
        for payload in payloads
        for line in (["search"], ["show"], ["mentions"], ["entities"])
    ]
    lines += [["compare", payload, payload] for payload in payloads]
    lines += [["-c", f"/nowhere/{payload}", "search", "marker"] for payload in payloads]
    lines += [[payload] for payload in payloads] + [["search", f"--{payload}"] for payload in payloads]
    lines += [
        ["search", f"{field}:{payload}"]
        for payload in payloads
        for field in ("title", "date", "person", "is")
    ]
    assert strange(run_all(hostile, lines)) == set()


@pytest.mark.parametrize("name", ["keymap.yaml", "config.yaml"])
def test_a_hostile_file_of_settings_is_reported_harmlessly(hostile: Hostile, name: str) -> None:
    path = hostile.home / "config" / "briefreader" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    for payload in PAYLOADS.values():
        coded = "".join(f"\\U{ord(char):08x}" for char in payload)
        path.write_text(f'"app.{coded}": "{coded}"\napp.help: "{coded}"\n', encoding="utf-8")
        assert strange(run_all(hostile, [["keys", "--check"], ["keys"], ["config"], ["doctor"]])) == set()
    path.unlink()


def test_on_a_terminal_too_only_colours_are_added(hostile: Hostile) -> None:
    command = ["briefreader", "-c", str(hostile.folder), "search", "marker", "--limit", "1000"]
    with Terminal(command, home=hostile.home) as terminal:
        assert terminal.wait() == 0
        sent = any_controls(bytes(terminal.output).replace(b"\r\n", b"\n"))
    assert sent
    assert {one for one in sent if not _COLOUR.fullmatch(one)} <= _OF_A_PROGRESS_BAR
