"""From Textual's key events to the names that keymap.yaml uses, and to what a key does in a line of text."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.widgets import Input

_EDITS = {
    key: f"action_{binding.action}"
    for binding in Input.BINDINGS
    if isinstance(binding, Binding) and binding.action.isidentifier() and binding.action != "submit"
    for key in binding.key.split(",")
}


def key_of(event: events.Key) -> str:
    """Return a key as keymap.yaml spells it: "j", "G", "/", "space", "ctrl+d", "f1"."""
    character = event.character
    if character and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return event.key


def edit(line: Input, event: events.Key) -> bool:
    """Do in ``line`` what the key does there, at once; tell whether it does anything."""
    if event.is_printable and event.character:
        line.replace(event.character, *sorted(line.selection))
        return True
    if event.key == "backspace" and set(line.selection) == {0, len(line.value)}:
        line.cursor_position = len(line.value)  # take back a letter, not the whole text that was offered
    name = _EDITS.get(event.key)
    if name is not None:
        getattr(line, name)()
    return name is not None
