"""What reached the terminal: every control in it, and those that a full-screen program may send."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.stream import parsed


def controls(output: str) -> Iterator[str]:
    """Yield every escape sequence, whole, and every other control but the newline, each once."""
    return iter(parsed(output.encode("utf-8", "surrogatepass")).counted)


def foreign_controls(output: bytes) -> set[str]:
    """Return the controls in a full-screen program's output that neither Textual nor the reader sends.

    Characters that a terminal hides or that turn the writing round count as controls; so do bytes that
    are no UTF-8, and so does a write to the clipboard.
    """
    return parsed(output).foreign()


def any_controls(output: bytes) -> set[str]:
    """Return every control in the output of a program that should send none: a command into a pipe."""
    return set(parsed(output).counted) - {"\t"}
