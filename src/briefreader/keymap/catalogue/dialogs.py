"""The commands of dialogs and menus."""

from briefreader.keymap.command import Command

COMMANDS = (
    Command("dialog.accept", ("dialog",), "Choose", "Take the marked line or what was typed", rank=1),
    Command("dialog.cancel", ("dialog",), "Cancel", "Close without a change", rank=2),
)
