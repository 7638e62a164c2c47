"""What a key does in a line of text that is being typed."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

_EDITS = {
    key: f"action_{binding.action}"
    for binding in Input.BINDINGS
    if isinstance(binding, Binding) and binding.action.isidentifier() and binding.action != "submit"
    for key in binding.key.split(",")
}
_OF_THE_SELECTION = ("action_copy", "action_cut")


def edit(line: Widget, event: events.Key) -> bool:
    """Do in ``line`` what the key does there, at once; tell whether it does anything."""
    if not isinstance(line, Input):
        return False
    if event.is_printable and event.character:
        line.replace(event.character, *sorted(line.selection))
        return True
    if event.key == "backspace" and set(line.selection) == {0, len(line.value)}:
        line.cursor_position = len(line.value)  # take back a letter, not the whole text that was offered
    name = _EDITS.get(event.key)
    if name in _OF_THE_SELECTION and line.selection.is_empty:
        return False  # with nothing selected Textual raises, or empties the clipboard
    if name is not None:
        getattr(line, name)()
    return name is not None
