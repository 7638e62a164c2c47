"""What a hostile text tries to do to a terminal or to markup, one attempt to a name."""

from __future__ import annotations

PAYLOADS: dict[str, str] = {
    "bell-and-shifts": "\x07\x08\x0e\x0f\x11\x13\x1a\x7f",
    "colour": "\x1b[4242;31m",
    "wipe": "\x1b[2J\x1b[4242;7H",
    "line-up": "\x1b[4242A\x1b[4242K",
    "private-mode": "\x1b[?4242l\x1b[?1049l\x1b[?1000h",
    "question": "\x1b[c\x1b[6n\x1b[>4242q",
    "full-reset": "\x1bc\x1b#8\x1b(0",
    "window-title": "\x1b]0;owned\x07",
    "window-title-st": "\x1b]2;owned\x1b\\",
    "hyperlink": "\x1b]8;;https://owned.example/\x1b\\here\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "notification": "\x1b]777;notify;owned;owned\x07\x1b]9;owned\x07",
    "dcs": "\x1bP+q4242\x1b\\",
    "apc": "\x1b_Gowned\x1b\\",
    "privacy-message": "\x1b^owned\x1b\\",
    "start-of-string": "\x1bXowned\x1b\\",
    "c1-csi": "\x9b4242;31m",
    "c1-osc": "\x9d0;owned\x9c",
    "c1-dcs": "\x90+q4242\x9c",
    "unfinished-csi": "\x1b[4242",
    "unfinished-osc": "\x1b]0;owned",
    "lone-escape": "\x1b",
    "bidi-override": "\u202eowned\u202c",
    "bidi-isolate": "\u2066owned\u2069\u2067\u2068",
    "bidi-mark": "\u200e\u200f\u061c",
    "zero-width": "ow\u200bn\u200ded\u2060\ufeff",
    "line-separators": "\u2028\u2029\x85\x0b\x0c",
    "tags": "\U000e0001\U000e006f\U000e0077",
    "noncharacter": "\ufffe\U0001ffff\ue000",
    "markup": "[b]owned[/b] [/] [red on blue]owned[/red on blue]",
    "markup-link": "[link=https://owned.example/]owned[/link]",
    "markup-action": "[@click=app.quit]owned[/] [@click='app.bell']owned[/]",
    "markup-broken": "[/owned] [[owned [$primary",
    "placeholder": "{owned} %(owned)s ${owned} %s $(touch owned) `touch owned`",
}


def coded(value: str) -> str:
    """Return a YAML string of escapes alone, so that an attack passes whatever looks at the raw file."""
    return '"' + "".join(f"\\U{ord(char):08x}" for char in value) + '"'
