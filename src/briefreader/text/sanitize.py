"""Making foreign text safe to show, without moving a single code point."""

from __future__ import annotations

import re
import unicodedata

from briefreader.text.joiners import is_honest

INVISIBLE = "◌"
"""Stands for what has no looks of its own: zero-width characters, bidi controls, tags."""
BROKEN = "\ufffd"
"""Stands for what is no character: C1 controls, surrogates, noncharacters, private use."""

_LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# Every control, format character, space and line end but "\n", "\t" and " "; letters drawn as nothing;
# surrogates, private use, noncharacters. Spelt out, since asking unicodedata takes 60 ms at each start.
# Left alone: format characters with a shape of their own, such as the Arabic number sign.
_FOUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb"
    "\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "\U000f0000-\U0010ffff]"
)
# CPython translates ASCII by a table of 128 entries, a hundred times as fast as it searches for a pattern.
_ASCII_MARKS = {
    **{code: "\n" if chr(code) in "\r\v\f\x1c\x1d\x1e" else chr(0x2400 + code) for code in range(32)},
    ord("\n"): "\n",
    ord("\t"): "\t",
    0x7F: "\u2421",
}


def sanitize(raw: str) -> str:
    """Return ``raw`` at the same length with nothing in it that a terminal would obey or hide.

    Controls, escapes, bidi and zero-width characters, surrogates, private-use characters and
    noncharacters become a visible mark of one cell; every kind of space becomes a plain one and every
    kind of line end a newline. Newlines and tabs stay, and so does a joiner where spelling asks for it (see
    :mod:`briefreader.text.joiners`). Doing it twice changes nothing.
    """
    if "\r" in raw:
        raw = raw.replace("\r\n", " \n")
    return raw.translate(_ASCII_MARKS) if raw.isascii() else _FOUL.sub(_mark, raw)


def sanitize_line(raw: str) -> str:
    """Return ``raw`` sanitised for one line: line ends are shown as ``␤``, tabs are spaces."""
    return sanitize(raw).replace("\n", "\u2424").replace("\t", " ")


def _mark(match: re.Match[str]) -> str:
    """Return the stand-in for a character that must not reach a terminal."""
    char = match[0]
    if "\u200b" <= char <= "\u200d" and is_honest(match.string, match.start()):
        return char
    category = unicodedata.category(char)
    if char in _LINE_ENDS:
        return "\n"
    if category == "Zs":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    return BROKEN if category in ("Cc", "Cs", "Co", "Cn") and not _is_tag(char) else INVISIBLE


def _is_tag(char: str) -> bool:
    return "\U000e0000" <= char <= "\U000e00ff"
