"""From Textual's key events to the names that keymap.yaml uses."""

from __future__ import annotations

from textual import events


def key_of(event: events.Key) -> str:
    """Return a key as keymap.yaml spells it: "j", "G", "/", "space", "ctrl+d", "f1"."""
    character = event.character
    if character and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return event.key
