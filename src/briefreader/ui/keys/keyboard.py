"""From Textual's key events to the names that keymap.yaml uses."""

from __future__ import annotations

from textual import events

ALT = "alt+"


def key_of(event: events.Key) -> str:
    """Return a key as keymap.yaml spells it: "j", "G", "/", "space", "ctrl+d", "alt+v", "f1"."""
    character = event.character
    if event.key.startswith(ALT):
        return event.key
    if character and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return event.key


def after_escape(event: events.Key) -> events.Key | None:
    """Return the key that came right behind an Escape, None where the event is no such pair.

    A terminal sends these two as it sends Alt with the key.
    """
    if not event.key.startswith(ALT):
        return None
    name = event.key.removeprefix(ALT).removeprefix("shift+")
    return events.Key(name, event.character or (name if len(name) == 1 else None))
