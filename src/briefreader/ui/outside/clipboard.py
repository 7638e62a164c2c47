"""Where copied text goes: to a program, through tmux or the terminal, and into a file in any case.

No terminal says whether it took what it was sent; the file is there for those that did not.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefreader import places
from briefreader.errors import OutOfReach
from briefreader.settings import Settings
from briefreader.ui.outside import osc52, programs

_PATIENCE_S = 5
_TMUX = ["tmux", "load-buffer", "-w", "-"]
_TMUX_ASKED = ["tmux", "show-options", "-gv", "set-clipboard"]


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of a copy: ``by`` names the program that has it, ``sequence`` is for the terminal.

    ``kept`` is the file, None if it could not be written; ``problem`` is what is to be told.
    """

    by: str = ""
    sequence: str | None = None
    kept: Path | None = None
    problem: str = ""

    def told(self, what: str) -> str:
        """Say in one sentence what became of ``what``: "the citation"."""
        where = f"{what} is in {_short(self.kept)}" if self.kept else ""
        if self.problem:
            return f"{self.problem}: {where}" if where else f"Could not copy {what}: {self.problem}"
        if self.by:
            return f"Copied {what}, by {self.by}"
        if self.sequence is None:
            return f"The terminal takes no such copy: {where}" if where else f"Could not copy {what}"
        return f"Copied {what}; also in {_short(self.kept)}" if self.kept else f"Copied {what}"


def hand_over(text: str, settings: Settings, environment: Mapping[str, str] = os.environ) -> Handed:
    """Keep ``text`` in a file and give it to the program that is named, or to tmux; may take seconds."""
    try:
        kept = _keep(text)
    except (OSError, OutOfReach) as error:
        kept, problem = None, str(error)
    else:
        problem = ""
    if command := settings.programs.copy:
        name = programs.arguments(command)[0]
        failed = _feed(programs.arguments(command), text)
        return Handed(by="" if failed else name, kept=kept, problem=failed and f"{name} {failed}")
    if environment.get("TMUX") and _takes_it_through_tmux(text):
        return Handed(by="tmux", kept=kept)
    sequence = osc52.sequence(text, environment)
    return Handed(sequence=sequence, kept=kept, problem="" if sequence else problem)


def _takes_it_through_tmux(text: str) -> bool:
    """Give it to tmux itself, which by default lets no sequence of ours through but sends its own."""
    try:
        asked = subprocess.run(_TMUX_ASKED, capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.stdout.strip() in (b"on", b"external") and not _feed(_TMUX, text)


def _feed(command: Sequence[str], text: str) -> str:
    """Run a program with ``text`` on its standard input; return what went wrong."""
    try:
        status = subprocess.run(  # noqa: S603 (a list of arguments, no shell)
            list(command),
            input=text.encode("utf-8"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=False,
        ).returncode
    except BrokenPipeError:
        return ""
    except OSError as error:
        return f"cannot be started ({(error.strerror or '').lower()})"
    except subprocess.TimeoutExpired:
        return f"did not end within {_PATIENCE_S} seconds"
    return f"ended with status {status}" if status else ""


def _keep(text: str) -> Path:
    """Write ``text`` where only this user can read it."""
    path = places.state_root() / "copied.txt"
    places.private_directory(path.parent)
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(text)
    return path


def _short(path: Path | None) -> str:
    home = Path.home()
    return "" if path is None else f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
