"""Copying through the terminal: OSC 52, wrapped for tmux and screen so that it reaches the outer terminal."""

from __future__ import annotations

import base64
from collections.abc import Mapping

LIMIT = 74_994
"""Longest text in bytes that terminals of the xterm family take."""

_SCREEN_PIECE = 76
_NO_CLIPBOARD = ("linux", "vt", "dumb", "cons25")


def sequence(text: str, environment: Mapping[str, str]) -> str | None:
    """Return what to write to the terminal so that ``text`` is on its clipboard.

    None where the terminal has none or the text is too long for it. tmux is sent the sequence for itself
    (set-clipboard) and wrapped (allow-passthrough), since either may be allowed.
    """
    data = text.encode("utf-8")
    term = environment.get("TERM", "")
    if len(data) > LIMIT or term.startswith(_NO_CLIPBOARD):
        return None
    plain = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    if environment.get("TMUX") or term.startswith("tmux"):
        return f"{plain}\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environment.get("STY"):
        return _for_screen(plain)
    if term.startswith("screen"):
        # On the other side of ssh it may be tmux that is called so; each lets the other's fall.
        return plain + _for_screen(plain)
    return plain


def _for_screen(plain: str) -> str:
    """Cut into pieces, as GNU screen drops a device control string of more than 768 bytes."""
    pieces = (plain[start : start + _SCREEN_PIECE] for start in range(0, len(plain), _SCREEN_PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
