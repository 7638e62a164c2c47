"""The path of a file is copied so that pasting it names the file and does nothing else."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ui.contents.quoted import quoted
from briefreader.ui.outside import osc52

HOSTILE = (
    "/a\nreboot\n",
    "/a \x1b[201~b",
    "/it's \udcff",
    "/back\\slash\n",
    "/\u202eabc",
    "/é\x9b9",
    "/a\t'b",
)


@pytest.mark.parametrize("path", ["/home/ida/press cuttings/a.txt", "/ł/it's $(x).txt", "/مقال.txt"])
def test_a_path_that_can_be_shown_is_copied_as_it_is(path: str) -> None:
    assert quoted(path) == path


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here to read what is quoted")
@pytest.mark.parametrize("path", HOSTILE)
def test_a_shell_reads_a_quoted_path_as_the_bytes_of_the_name(path: str) -> None:
    said = subprocess.run(["bash", "-c", f"printf %s {quoted(path)}"], capture_output=True, check=True)
    assert said.stdout == os.fsencode(path)


@given(st.binary(max_size=60))
def test_no_path_at_all_brings_a_control_or_fails_to_be_copied(name: bytes) -> None:
    copied = quoted(os.fsdecode(b"/" + name))
    assert copied.isprintable() or copied == os.fsdecode(b"/" + name)
    sequence = osc52.sequence(copied, {})
    assert sequence is not None
    assert base64.b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")) == copied.encode()
    assert not {"\n", "\x1b", "\0", "\r"} & set(copied)


def test_a_name_with_undecodable_bytes_is_a_path_that_can_be_kept_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "copied.txt").write_text(quoted("/a\udcff"), encoding="utf-8")
    assert (tmp_path / "copied.txt").read_text("utf-8") == "$'/a\\377'"
