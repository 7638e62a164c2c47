"""How many cells text takes on a terminal, and where a line of it may be broken.

Widths are those of :func:`rich.cells.cell_len`, the table that the screen is cropped with. Code points that
belong together (a letter and its accents, an emoji and its tone, a flag, a syllable of Hangul) form a
cluster, which is never divided: extended grapheme clusters after UAX #29, as far as a terminal shows them.
Joiners take no cell and join nothing here: the screen leaves them out (:mod:`briefreader.text.joiners`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len

from briefreader.text.joiners import unjoined

# Blocks in which every code point takes exactly one cell and stands alone: the quick way for most text.
_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0373\u0376\u0377\u037b-\u037f\u038c\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u2190-\u2193\u2500-\u25fc\u2400-\u2426]*"
)
_SPACE = "[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+"
_IDEOGRAPH = (
    "[\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd]"
)
_NOT_FIRST = (
    "[、。，．・：；？！」』）】〉》〕］｝ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    "”’,.!?;:)\\]}%\u0300-\u036f\u3099\u309a]"
)
_NOT_LAST = "(?<![「『（【〈《〔［｛“‘(\\[{])"
_BREAK = re.compile(
    f"{_SPACE}|\u200b|(?<=[^\\W\\d_])[-\u2010\u2012-\u2014](?=[^\\W\\d_])|(?<=\\w)/(?=\\w)"
    f"|{_IDEOGRAPH}{_NOT_LAST}(?!{_NOT_FIRST})"
)

Line = tuple[int, int]


def cell_width(text: str) -> int:
    """Return how many cells ``text``, one line of it, takes on a terminal."""
    return len(text) if is_narrow(text) else sum(width for _, _, width in clusters(text))


def is_narrow(text: str) -> bool:
    """Tell whether every code point of ``text`` is known to take exactly one cell of its own."""
    return (text.isascii() and text.isprintable()) or _NARROW.fullmatch(text) is not None


def clusters(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Yield ``(start, end, cells)`` for each cluster of ``text[start:end]``; together they cover it."""
    end = len(text) if end is None else end
    while start < end:
        stop = _cluster_end(text, start, end)
        yield start, stop, _width(text[start:stop])
        start = stop


def _cluster_end(text: str, start: int, end: int) -> int:
    stop = start + 1
    if _is_flag_letter(text[start]) and stop < end and _is_flag_letter(text[stop]):
        stop += 1
    while stop < end:
        char = text[stop]
        if not (_extends(char) or _same_syllable(text[stop - 1], char)):
            break
        stop += 1
    return stop


@lru_cache(8192)
def _width(cluster: str) -> int:
    if cluster in "\t\n":
        return 1
    if len(cluster) == 2 and _is_flag_letter(cluster[0]):
        return 2
    return cell_len(unjoined(cluster))


@lru_cache(4096)
def _extends(char: str) -> bool:
    return char > "\u02ff" and (
        "\u200b" <= char <= "\u200d"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or unicodedata.category(char) in ("Mn", "Me", "Mc")
    )


@lru_cache(8192)
def _more(cluster: str) -> int:
    """Return how many cells more a cluster may take: most terminals give a spacing vowel sign one."""
    return sum(unicodedata.category(char) == "Mc" for char in cluster) if len(cluster) > 1 else 0


def _room(text: str) -> int:
    """Return in how many cells ``text`` fits, whatever the terminal."""
    return len(text) if is_narrow(text) else sum(w + _more(text[a:b]) for a, b, w in clusters(text))


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _same_syllable(left: str, right: str) -> bool:
    """Tell whether two conjoining Hangul letters build one syllable."""
    if not "\u1100" <= right <= "\u11ff":
        return False
    if right < "\u1160":
        return "\u1100" <= left < "\u1160"
    return "\u1100" <= left < "\u11a8" if right < "\u11a8" else "\u1160" <= left <= "\u11ff"


class _Ruler:
    """Measures one stretch of text: from a place, how far do so many cells reach in any terminal?"""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.end = end
        self._bounds: list[int] | None = None
        self._cells: list[int] = []
        if not _NARROW.fullmatch(text, start, end):
            self._measure(text, start, end)

    def _measure(self, text: str, start: int, end: int) -> None:
        bounds, cells, total = [start], [0], 0
        for first, stop, width in clusters(text, start, end):
            total += width + _more(text[first:stop])
            bounds.append(stop)
            cells.append(total)
        self._bounds, self._cells = bounds, cells

    def reach(self, start: int, width: int) -> int:
        """Return the last cluster boundary within ``width`` cells of ``start``, at least one cluster on."""
        if self._bounds is None:
            return min(start + width, self.end)
        here = bisect_left(self._bounds, start)
        there = bisect_right(self._cells, self._cells[here] + width) - 1
        return self._bounds[min(max(there, here + 1), len(self._bounds) - 1)]

    def is_boundary(self, place: int) -> bool:
        """Tell whether no cluster lies across ``place``."""
        if self._bounds is None:
            return True
        at = bisect_left(self._bounds, place)
        return at < len(self._bounds) and self._bounds[at] == place


def wrap(text: str, start: int, end: int, width: int, *, reflow: bool = False) -> list[Line]:
    """Break ``text[start:end]`` into lines of at most ``width`` cells.

    Greedy, first fit: breaks after space, after a hyphen or dash inside a word, after a slash, and beside
    ideographs as far as the rules of Japanese and Chinese setting allow; a longer word is cut between
    clusters.

    Args:
        text: The text that holds the stretch.
        start: Where the stretch begins, in code points.
        end: Where it ends.
        width: The room in cells, at least 2.
        reflow: Take a line feed for a space, where the text was broken for another width.

    Returns:
        Spans ``(start, end)`` that follow one another without a gap and cover the stretch. The space at
        which a line was broken stays at its end and takes no room: paint the line without it.
    """
    width = max(width, 2)
    lines: list[Line] = []
    while start < end:
        feed = -1 if reflow else text.find("\n", start, end)
        stop = end if feed < 0 else feed + 1
        lines += _wrap_stretch(text, start, stop, width)
        start = stop
    return lines


def _wrap_stretch(text: str, start: int, end: int, width: int) -> list[Line]:
    ruler = _Ruler(text, start, end)
    stops, nexts = _breaks(text, start, end, ruler)
    lines = []
    while start < end:
        after = _line_end(start, ruler.reach(start, width), stops, nexts)
        lines.append((start, after))
        start = after
    return lines


def _line_end(start: int, reach: int, stops: Sequence[int], nexts: Sequence[int]) -> int:
    chosen = bisect_right(stops, reach) - 1
    if chosen >= 0 and nexts[chosen] > start:
        return nexts[chosen]
    return reach


def _breaks(text: str, start: int, end: int, ruler: _Ruler) -> tuple[list[int], list[int]]:
    """Return where lines may stop being painted, and where the next line would begin."""
    stops, nexts = [], []
    for found in _BREAK.finditer(text, start, end):
        at, after = found.span()
        if not text[at].isspace():
            at = after
        if ruler.is_boundary(at) and ruler.is_boundary(after):
            stops.append(at)
            nexts.append(after)
    stops.append(end)
    nexts.append(end)
    return stops, nexts


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """Return ``text`` if it fits in ``width`` cells, or as much of it as does, with ``ellipsis`` behind."""
    if _room(text) <= width:
        return text
    room = width - cell_width(ellipsis)
    if room <= 0:
        return ellipsis if room == 0 else ""
    return (
        text[: _Ruler(text, 0, len(text)).reach(0, room) if room > 1 else _first(text, room)].rstrip()
        + ellipsis
    )


def _first(text: str, room: int) -> int:
    _, stop, _ = next(clusters(text))
    return stop if _room(text[:stop]) <= room else 0


def pad(text: str, width: int) -> str:
    """Return ``text`` fitted into ``width`` cells and filled up with blanks."""
    fitted = fit(text, width)
    return fitted + " " * (width - cell_width(fitted))
