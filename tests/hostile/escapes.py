"""What reached the terminal: every control in it, and those that a full-screen program may send."""

from __future__ import annotations

import re
from collections.abc import Iterator

# ECMA-48: a string (OSC, DCS, APC, PM, SOS) up to its end, a control sequence, a short escape, a control.
_CONTROL = re.compile(
    r"\x1b[\]PX^_].*?(?:\x07|\x1b\\|\Z)"
    r"|\x1b\[[0-?]*[ -/]*(?:[@-~]|\Z)"
    r"|\x1b[ -/]*(?:[0-~]|\Z)"
    r"|[\x00-\x09\x0b-\x1f\x7f-\x9f]",
    re.DOTALL,
)
_STYLE = r"(?:\d|2[1-9]|[34][0-79]|9[0-7]|10[0-7]|[34]8;5;\d{1,3}|[34]8;2(?:;\d{1,3}){3})"
_SENT_BY_THE_APP = re.compile(
    rf"\x1b\[{_STYLE}(?:;{_STYLE})*m"
    r"|\x1b\[(?:\d{1,3}(?:;\d{1,3})?)?[ABCDGHKX]"  # the cursor goes to a cell; a line's rest is cleared
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # are synchronised output and resize reports known?
    r"|\x1b\[(?:>\d+|<)u"  # the kitty keyboard
    r"|\x1b\]22;(?:default|pointer|text)\x07"  # the shape of the mouse pointer
    r"|\r"
)
_UNSEEN = re.compile(
    "[\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def controls(output: str) -> Iterator[str]:
    """Yield every escape sequence, whole, and every other control character but the newline."""
    return (match[0] for match in _CONTROL.finditer(output))


def foreign_controls(output: bytes) -> set[str]:
    """Return the controls in a full-screen program's output that neither Textual nor the reader sends.

    Characters that a terminal hides or that turn the writing round count as controls; so do bytes that
    are no UTF-8.
    """
    text = output.decode("utf-8", "surrogateescape")
    strange = {control for control in controls(text) if not _SENT_BY_THE_APP.fullmatch(control)}
    return strange | set(_UNSEEN.findall(text)) | set(re.findall("[\udc80-\udcff]", text))


def any_controls(output: bytes) -> set[str]:
    """Return every control in the output of a program that should send none: a command into a pipe."""
    text = output.decode("utf-8", "surrogateescape")
    return set(controls(text)) - {"\t"} | set(_UNSEEN.findall(text))
