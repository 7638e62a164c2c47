"""How keys are spelt: "j", "G", "ctrl+d", "alt+v", "space", "f1", and chords such as "g g"."""

from __future__ import annotations

import re

Chord = tuple[str, ...]

NAMED = {"space", "enter", "escape", "tab", "shift+tab", "backspace", "delete", "insert", "home", "end"} | {
    *("pageup", "pagedown", "up", "down", "left", "right")
}
SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "cr": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "backtab": "shift+tab",
    "ctrl+space": "ctrl+@",
    "ctrl+/": "ctrl+underscore",
    "ctrl+_": "ctrl+underscore",
}
SAME_AS = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
UNSAFE = {
    "ctrl+b": "tmux takes it",
    "ctrl+a": "screen takes it",
    "ctrl+s": "it halts many terminals",
    "ctrl+q": "it resumes a halted terminal",
}
_CONTROL_SHOWN = {"ctrl+@": "^Space", "ctrl+underscore": "^/"}
_FUNCTION = re.compile(r"f([1-9]|1[0-2])")
_CONTROL = re.compile(r"ctrl\+([a-z@]|underscore|up|down|left|right|home|end|pageup|pagedown)")
_ALT = re.compile(r"alt\+[a-z]")
_SHIFTED = re.compile(r"shift\+(up|down|left|right|home|end|f[1-9]|f1[0-2])")


class BadKeyError(ValueError):
    """A spelling that names no key; the message is one sentence."""


def parse(spelling: str) -> Chord:
    """Read a key or a chord (keys parted by blanks); raises :class:`BadKeyError`."""
    strokes = spelling.split()
    if not strokes:
        raise BadKeyError("an empty key; write null to unbind a command")
    return tuple(_stroke(stroke, begins=not place) for place, stroke in enumerate(strokes))


def _stroke(spelling: str, *, begins: bool) -> str:
    if len(spelling) == 1:
        if spelling.isprintable() and not (begins and spelling.isdecimal()):
            return spelling
        raise BadKeyError(f"“{spelling}” cannot be a key: digits are counts, as in 5j")
    key = OTHER_NAMES.get(spelling.lower(), spelling.lower().replace("meta+", "alt+"))
    if key in SAME_AS:
        raise BadKeyError(f"a terminal sends “{spelling}” as {SAME_AS[key]}; name that key")
    if key.startswith(("alt+", "super+", "cmd+")) and not _ALT.fullmatch(key):
        raise BadKeyError(f"“{spelling}” does not reach programs in every terminal; choose a key without it")
    if key in NAMED or any(form.fullmatch(key) for form in (_FUNCTION, _CONTROL, _SHIFTED, _ALT)):
        return key
    raise BadKeyError(f"“{spelling}” is no key; keys are spelt like j, G, ctrl+d, space, f1 or “g g”")


def caution(chord: Chord) -> str | None:
    """Say why a key may not arrive, or None; unlike a bad key it still works where nothing takes it."""
    return next((f"“{key}” may not arrive: {why}" for key in chord if (why := _danger(key))), None)


def _danger(key: str) -> str | None:
    return "not every terminal sends Alt" if _ALT.fullmatch(key) else UNSAFE.get(key)


def spelt(chord: Chord) -> str:
    """Write a chord as keymap.yaml has it."""
    return " ".join(chord)


def shown(chord: Chord, *, ascii_only: bool = False) -> str:
    """Write a chord for the screen: arrows as arrows, names capitalised, ctrl as ^."""
    return " ".join(_shown_stroke(key, ascii_only) for key in chord)


def _shown_stroke(key: str, ascii_only: bool) -> str:
    if key in SHOWN:
        text = SHOWN[key]
        return text if text.isascii() or not ascii_only else key.capitalize()
    if key in _CONTROL_SHOWN:
        return _CONTROL_SHOWN[key]
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return "^" + (rest.upper() if len(rest) == 1 else _shown_stroke(rest, ascii_only))
    if _ALT.fullmatch(key):
        return f"Alt+{key[-1]}"
    return key.upper() if _FUNCTION.fullmatch(key) else key
