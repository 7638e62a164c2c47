"""Undoing what scrapers broke, before the text is fixed: entities, line ends, invisible fillers."""

from __future__ import annotations

import re
from html.entities import html5

# The semicolon is required: "?a=1&copy=2" is an address, not a copyright sign. Some scrapers put a
# space after the ampersand.
_ENTITY = re.compile(
    r"&(?P<gap> ?)"
    r"(?:#(?P<decimal>\d{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));"
)
_CP1252 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
# Soft hyphens, zero-width spaces and byte order marks only ever break words apart.
_FILLERS = re.compile("[\u00ad\u200b\u2060\ufeff]")


def repair(text: str) -> str:
    """Return ``text`` with HTML entities resolved, doubly escaped ones too, and plain line ends."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unescape(text)
    return text if text.isascii() else _FILLERS.sub("", text)


def unescape(text: str) -> str:
    """Return ``text`` with its HTML entities resolved, twice over; unknown ones stay as they are."""
    if "&" not in text:
        return text
    return _ENTITY.sub(_resolve, _ENTITY.sub(_resolve, text))


def _resolve(match: re.Match[str]) -> str:
    if match["name"]:
        return html5.get(match["name"] + ";", match[0])
    if match["gap"]:
        return match[0]
    code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
    if code in _CP1252:
        return _CP1252[code]
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
