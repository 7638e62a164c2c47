"""A reader on a collection that another process brings up to date."""

from __future__ import annotations

import os
import socket
from contextlib import ExitStack
from pathlib import Path

import pytest

from briefreader import Library
from briefreader.model import Progress
from tests.dropping.conftest import settle
from tests.pty.driver import Terminal


def test_a_second_reader_names_the_first_shows_what_it_reads_and_takes_in_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, home = tmp_path / "articles", tmp_path / "home"
    folder.mkdir()
    settle(home, monkeypatch)
    (folder / "one.txt").write_text("Ferries wait\n\nA gale keeps the ferries in the harbour of Varnholm.\n")
    command, wide = ["briefreader", str(folder)], (240, 40)  # so that a long name of the machine fits
    begun: list[Terminal] = []
    with Library.open(folder) as library, ExitStack() as stack:

        def look(progress: Progress) -> None:
            if progress.stage == "list" and not begun:  # now that this one is the first
                begun.append(stack.enter_context(Terminal(command, home=home, size=wide)))
                begun[0].until(f"process {os.getpid()} on {socket.gethostname()} is bringing")
            if progress.stage == "index":
                begun[0].until("Ferries wait")
                (folder / "two.txt").write_text(
                    "Ferries sail\n\nThe gale is over, says the port of Varnholm.\n"
                )

        library.sync(progress=look)
        (terminal,) = begun
        terminal.until(lambda screen: "Ferries sail" in screen and "2 articles" in screen)
        terminal.press("Q")
        assert terminal.wait() == 0
