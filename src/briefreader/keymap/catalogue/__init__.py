"""Every command of the reader, a file per subject. A new command is an entry here, a key and a handler."""

from __future__ import annotations

from briefreader.keymap.catalogue import (
    comparing,
    dialogs,
    everywhere,
    finding,
    listing,
    moving,
    naming,
    notes,
    outside,
    panes,
    reading,
)
from briefreader.keymap.command import Command, Context

_SUBJECTS = (everywhere, moving, finding, listing, reading, comparing, panes, outside, notes, naming, dialogs)

COMMANDS: dict[str, Command] = {command.id: command for subject in _SUBJECTS for command in subject.COMMANDS}


def of_context(context: Context) -> list[Command]:
    """Return the commands of one context, in the order of the catalogue."""
    return [command for command in COMMANDS.values() if context in command.contexts]
