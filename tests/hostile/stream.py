"""A strict terminal parser: every byte belongs to text or to one sequence, and every sequence is judged."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator

_STRING_OPENERS = "]P^_X"
_C1_STRING_OPENERS = "\x90\x98\x9d\x9e\x9f"
_COLOUR = r"[34]8;5;(?:25[0-5]|2[0-4]\d|1?\d?\d)|[34]8;2(?:;(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}"
_STYLE = rf"(?:\d|2[1-9]|[34][0-79]|9[0-7]|10[0-7]|{_COLOUR})"
_SENT_BY_THE_APP = re.compile(
    rf"\x1b\[(?:{_STYLE}(?:;{_STYLE})*)?m"
    r"|\x1b\[(?:\d{1,3}(?:;\d{1,3})?)?[ABCDGHKX]"  # the cursor goes to a cell; a line's rest is cleared
    r"|\x1b\[\d{1,3};\d{1,3}r|\x1b[DM]|\x1b\[r"  # rows scroll
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # are synchronised output and resize reports known?
    r"|\x1b\[(?:>\d+|<)u"  # the kitty keyboard
    r"|\x1b\]22;(?:default|pointer|text)\x07"  # the shape of the mouse pointer
    r"|\r"
)
_CLIPBOARD = re.compile(r"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
_UNSEEN = re.compile(
    "[\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)

_State = Callable[[str], "_State"]


class Stream:
    """Parses what a program sends, as ECMA-48 has it, in pieces of any size.

    ``counted`` tells how often each control came, ``text`` what stands between them. A byte that is no UTF-8
    counts as a control of its own, and so does a character that a terminal hides or turns the writing by.
    """

    def __init__(self, *, keep_text: bool = False) -> None:
        self.counted: Counter[str] = Counter()
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._state: _State = self._ground
        self._held = ""
        self._text: list[str] | None = [] if keep_text else None

    @property
    def text(self) -> str:
        """Return the text between the controls, where it is kept."""
        return "".join(self._text or ())

    def feed(self, data: bytes) -> None:
        """Parse more."""
        for char in self._decoder.decode(data):
            self._state = self._state(char)

    def close(self) -> None:
        """Take what is unfinished for a control too."""
        self._decoder.decode(b"", True)
        if self._held:
            self._count()

    def foreign(self) -> set[str]:
        """Return the controls that the reader never sends of itself; a clipboard write is one of them."""
        return {control for control in self.counted if not _SENT_BY_THE_APP.fullmatch(control)}

    def clipboard_writes(self) -> Iterator[str]:
        """Yield the sequences that write to the clipboard, each once."""
        return (control for control in self.counted if _CLIPBOARD.fullmatch(control))

    def _count(self) -> _State:
        self.counted[self._held] += 1
        self._held = ""
        return self._ground

    def _ground(self, char: str) -> _State:
        if char >= " " and char != "\x7f" and not "\x80" <= char <= "\x9f" and not _UNSEEN.match(char):
            if self._text is not None:
                self._text.append(char)
            return self._ground
        if char == "\n":
            return self._ground
        self._held = char
        if char == "\x1b":
            return self._escape
        if char == "\x9b":
            return self._csi
        return self._string if char in _C1_STRING_OPENERS else self._count()

    def _escape(self, char: str) -> _State:
        self._held += char
        if char == "[":
            return self._csi
        if char in _STRING_OPENERS:
            return self._string
        return self._escape if " " <= char <= "/" else self._count()

    def _csi(self, char: str) -> _State:
        if not " " <= char <= "~":  # no part of a sequence: it ends here, and is foreign
            self._count()
            return self._ground(char)
        self._held += char
        return self._csi if char < "@" else self._count()

    def _string(self, char: str) -> _State:
        self._held += char
        return self._count() if char in "\x07\x9c" or self._held.endswith("\x1b\\") else self._string


def parsed(output: bytes) -> Stream:
    """Return the stream after all of ``output``."""
    stream = Stream()
    stream.feed(output)
    stream.close()
    return stream
