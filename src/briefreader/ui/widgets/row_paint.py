"""How one line of an article's row is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style

from briefreader.model import ArticleInfo, Marks, Snippet, Span
from briefreader.text.sanitize import sanitize_line
from briefreader.text.width import cell_width
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_header import title_of

StyleOf = Callable[..., Style]

DATE_WIDTH = 10
SOURCE_WIDTH = 18
_BEFORE_TITLE = 3 + DATE_WIDTH + 2 + SOURCE_WIDTH + 2
_HIT_IN_CURSOR = Style(bold=True, underline=True)


@dataclass(frozen=True, slots=True)
class RowState:
    """What is so with a row besides the article itself; ``lit`` are places in its title."""

    cursor: bool = False
    selected: bool = False
    marked: bool = False
    marks: Marks = field(default_factory=Marks)
    lit: Sequence[Span] = ()


def date_of(article: ArticleInfo) -> str:
    """Return the day of publication as ISO 8601, as precise as it is known."""
    return sanitize_line((article.published or "")[:DATE_WIDTH])


def flags_of(state: RowState) -> str:
    """Return the signs at the end of a row: star, notes and tags."""
    sign, marks = glyphs.current(), state.marks
    shown = [sign.star] if marks.starred else []
    shown += [sign.note if marks.notes == 1 else f"{sign.note}{marks.notes}"] if marks.notes else []
    shown += [sign.tag + sanitize_line(tag) for tag in marks.tags]
    return " ".join(shown)


def _head(state: RowState, style_of: StyleOf) -> list[Segment]:
    """Return the cells every row begins with: the cursor's bar, then whether it is chosen and unread.

    They are three: one that is not marked or selected has the sign for unread in the second cell, else in the
    third. One that is both has a fourth, as neither may hide the other.
    """
    sign = glyphs.current()
    bar = Segment(sign.cursor if state.cursor else " ", style_of("list--cursor-bar"))
    unread = " " if state.marks.read else sign.unread
    chosen = ("=" if state.marked else "") + (sign.selected if state.selected else "")
    if not chosen:
        return [bar, Segment(f"{unread} ", style_of("list--dim"))]
    return [bar, Segment(chosen, style_of("list--flag")), Segment(unread, style_of("list--dim"))]


def _head_width(state: RowState) -> int:
    return 3 + (state.marked and state.selected)


def meta_line(article: ArticleInfo, state: RowState, width: int, style_of: StyleOf) -> list[Segment]:
    """Return the line above the title: date and source, or else the file's name, and flags."""
    beside = width - _head_width(state)
    flags = glyphs.fit(flags_of(state), max(beside - DATE_WIDTH, 0))
    room = max(beside - cell_width(flags) - bool(flags), 0)
    words = "  ".join(word for word in (date_of(article), sanitize_line(article.source or "")) if word)
    words = words or sanitize_line(article.path.rsplit("/", 1)[-1])
    segments = [*_head(state, style_of), Segment(glyphs.pad(words, room), style_of("list--dim"))]
    if flags:
        segments.append(Segment(f" {flags}", style_of("list--flag")))
    return segments


def title_line(article: ArticleInfo, state: RowState, width: int, style_of: StyleOf) -> list[Segment]:
    """Return the line with the title; this is the line that shows where the cursor is."""
    bar = f"{glyphs.current().cursor if state.cursor else ' '}  "
    plain = _title_style(state, style_of)
    return [Segment(bar, plain), *_title(article, state, title_room(state, width, in_one=False), style_of)]


def title_room(state: RowState, width: int, *, in_one: bool) -> int:
    """Return how many cells the title has, in a row of one line or on a line of its own."""
    return max(width - (_BEFORE_TITLE + cell_width(_flags_in_one(state, width)) if in_one else 3), 0)


def _flags_in_one(state: RowState, width: int) -> str:
    flags = flags_of(state)
    return f" {glyphs.fit(flags, width // 4)}" if flags else ""


def _title_style(state: RowState, style_of: StyleOf) -> Style:
    if state.cursor:
        return style_of("list--cursor")
    return style_of() if state.marks.read else style_of("list--unread")


def _title(article: ArticleInfo, state: RowState, room: int, style_of: StyleOf) -> list[Segment]:
    plain = _title_style(state, style_of)
    lit = plain + _HIT_IN_CURSOR if state.cursor else style_of("list--lit")
    return _lit(glyphs.pad(title_of(article), room), state.lit, plain, lit)


def one_line(article: ArticleInfo, state: RowState, width: int, style_of: StyleOf) -> list[Segment]:
    """Return a row of one line: date, source, title and flags in columns."""
    source = glyphs.pad(sanitize_line(article.source or ""), SOURCE_WIDTH)
    gap = " " * (5 - _head_width(state))  # a longer head moves the date alone
    lead = f"{date_of(article):{DATE_WIDTH}}{gap}{source}  "
    flags = _flags_in_one(state, width)
    title = _title(article, state, title_room(state, width, in_one=True), style_of)
    head = _head(state, style_of)
    if state.cursor:
        cursor = style_of("list--cursor")
        start = Segment("".join(s.text for s in head) + lead, cursor)
        return [start, *title, Segment(flags, cursor)]
    return [
        *head,
        Segment(lead, style_of("list--dim")),
        *title,
        Segment(flags, style_of("list--flag")),
    ]


def beside_title(
    article: ArticleInfo, snippet: Snippet | None, room: int
) -> tuple[Sequence[Span], Snippet | None]:
    """Return what is to be lit in a title of ``room`` cells, and the passage without that title.

    Where not all that matched in the title would be seen there, the passage stays as it is.
    """
    title = title_of(article)
    if snippet is None or title != article.title:
        return (), snippet
    fitted = glyphs.fit(title, room)
    seen = len(title) if fitted == title else len(fitted) - len(glyphs.current().ellipsis)
    lit = [one for one in snippet.in_title if one.end <= seen]
    text = sanitize_line(snippet.text.replace("\n", " "))
    at = text.find(title)
    if len(lit) < len(snippet.in_title) or at < 0 or text[:at].strip("# "):
        return lit, snippet
    end = at + len(title)
    start = end + len(text[end:]) - len(text[end:].lstrip())
    after = [Span(one.start - start, one.end - start) for one in snippet.highlights if one.start >= start]
    return lit, Snippet(snippet.text[start:], snippet.start + start, tuple(after))


def snippet_line(snippet: Snippet | None, state: RowState, width: int, style_of: StyleOf) -> list[Segment]:
    """Return the line of found words, the words lit, beginning near the first of them."""
    sign = glyphs.current()
    bar = Segment((sign.cursor if state.cursor else " ") + "  ", style_of("list--cursor-bar"))
    if snippet is None:
        return [bar]
    text = sanitize_line(snippet.text.replace("\n", " "))
    start = _window(snippet, max(width - 4, 0))
    shown = glyphs.fit((sign.ellipsis if start else "") + text[start:], width - 3)
    offset = start - (len(sign.ellipsis) if start else 0)
    places = [Span(max(one.start - offset, 0), max(one.end - offset, 0)) for one in snippet.highlights]
    return [bar, *_lit(shown, places, style_of("list--dim"), style_of("list--lit"))]


def _window(snippet: Snippet, width: int) -> int:
    """Return where to begin, so that the first lit words stand within ``width`` cells."""
    if not snippet.highlights or cell_width(snippet.text[: snippet.highlights[0].end]) <= width:
        return 0
    lit = snippet.highlights[0]
    target = max(lit.start - width // 3, 0)
    space = snippet.text.find(" ", target, lit.start)
    return space + 1 if space >= 0 else target


def _lit(shown: str, places: Sequence[Span], plain: Style, lit: Style) -> list[Segment]:
    segments, at = [], 0
    for place in places:
        start, end = max(place.start, at), min(place.end, len(shown))
        if start >= end:
            continue
        segments.append(Segment(shown[at:start], plain))
        segments.append(Segment(shown[start:end], lit))
        at = end
    return [*segments, Segment(shown[at:], plain)]
