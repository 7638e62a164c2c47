"""The few signs that the screen draws beside text, in Unicode and in ASCII."""

from __future__ import annotations

import locale
from typing import NamedTuple

from briefreader.text import width as width_of


class Glyphs(NamedTuple):
    """Signs of one cell each; ``ellipsis`` and ``dot`` may be longer, ``bars`` are several, low to high."""

    unread: str = "●"
    star: str = "★"
    note: str = "✎"
    tag: str = "#"
    selected: str = "✓"
    cursor: str = "▌"
    here: str = "▸"
    quote: str = "│"
    rule: str = "┄"
    closed: str = "▸"
    opened: str = "▾"
    ellipsis: str = "…"
    dot: str = " · "
    full: str = "█"
    empty: str = "░"
    bars: str = " ▁▂▃▄▅▆▇█"


UNICODE = Glyphs()
ASCII = Glyphs(
    unread="o",
    star="*",
    note="n",
    selected="x",
    cursor=">",
    here=">",
    quote="|",
    rule="-",
    closed="+",
    opened="-",
    ellipsis="~",
    dot=" - ",
    full="#",
    empty=".",
    bars=" .:-=+*#",
)


def for_encoding(encoding: str) -> Glyphs:
    """Return the signs that a terminal of this encoding (``"utf-8"``, ``"ascii"``, …) can show."""
    return UNICODE if encoding.lower().replace("-", "").startswith("utf8") else ASCII


_current = for_encoding(locale.getpreferredencoding(False))


def current() -> Glyphs:
    """Return the signs in use."""
    return _current


def use(glyphs: Glyphs) -> None:
    """Draw with these signs from now on."""
    global _current
    _current = glyphs


def fit(text: str, width: int) -> str:
    """Return ``text``, or as much of it as fits in ``width`` cells with an ellipsis behind."""
    return width_of.fit(text, width, _current.ellipsis)


def pad(text: str, width: int) -> str:
    """Return ``text`` fitted into ``width`` cells and filled up with blanks."""
    fitted = fit(text, width)
    return fitted + " " * (width - width_of.cell_width(fitted))
