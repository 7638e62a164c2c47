"""How one line of an article's row is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style

from briefreader.model import ArticleInfo, Marks, Snippet
from briefreader.text.sanitize import sanitize_line
from briefreader.text.width import cell_width
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_header import title_of

StyleOf = Callable[..., Style]

DATE_WIDTH = 10
SOURCE_WIDTH = 18


@dataclass(frozen=True, slots=True)
class RowState:
    """What is so with a row besides the article itself."""

    cursor: bool = False
    selected: bool = False
    marked: bool = False
    marks: Marks = field(default_factory=Marks)


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
    title = glyphs.pad(title_of(article), max(width - 3, 0))
    if state.cursor:
        return [Segment(f"{glyphs.current().cursor}  {title}", style_of("list--cursor"))]
    return [Segment(f"   {title}", style_of() if state.marks.read else style_of("list--unread"))]


def one_line(article: ArticleInfo, state: RowState, width: int, style_of: StyleOf) -> list[Segment]:
    """Return a row of one line: date, source, title and flags in columns."""
    flags = flags_of(state)
    flags = f" {glyphs.fit(flags, width // 4)}" if flags else ""
    source = glyphs.pad(sanitize_line(article.source or ""), SOURCE_WIDTH)
    gap = " " * (5 - _head_width(state))  # a longer head moves the date alone
    lead = f"{date_of(article):{DATE_WIDTH}}{gap}{source}  "
    beside = width - _head_width(state)
    title = glyphs.pad(title_of(article), max(beside - cell_width(lead) - cell_width(flags), 0))
    head = _head(state, style_of)
    if state.cursor:
        return [Segment("".join(s.text for s in head) + lead + title + flags, style_of("list--cursor"))]
    plain = style_of() if state.marks.read else style_of("list--unread")
    return [
        *head,
        Segment(lead, style_of("list--dim")),
        Segment(title, plain),
        Segment(flags, style_of("list--flag")),
    ]


def snippet_line(snippet: Snippet | None, state: RowState, width: int, style_of: StyleOf) -> list[Segment]:
    """Return the line of found words, the words lit, beginning near the first of them."""
    sign = glyphs.current()
    bar = Segment((sign.cursor if state.cursor else " ") + "  ", style_of("list--cursor-bar"))
    if snippet is None:
        return [bar]
    text = sanitize_line(snippet.text.replace("\n", " "))
    start = _window(snippet, max(width - 4, 0))
    shown = glyphs.fit((sign.ellipsis if start else "") + text[start:], width - 3)
    return [bar, *_lit(shown, snippet, start - (len(sign.ellipsis) if start else 0), style_of)]


def _window(snippet: Snippet, width: int) -> int:
    """Return where to begin, so that the first lit words stand within ``width`` cells."""
    if not snippet.highlights or cell_width(snippet.text[: snippet.highlights[0].end]) <= width:
        return 0
    lit = snippet.highlights[0]
    target = max(lit.start - width // 3, 0)
    space = snippet.text.find(" ", target, lit.start)
    return space + 1 if space >= 0 else target


def _lit(shown: str, snippet: Snippet, offset: int, style_of: StyleOf) -> list[Segment]:
    segments, at = [], 0
    for lit in snippet.highlights:
        start, end = max(lit.start - offset, at), min(lit.end - offset, len(shown))
        if start >= end:
            continue
        segments.append(Segment(shown[at:start], style_of("list--dim")))
        segments.append(Segment(shown[start:end], style_of("list--lit")))
        at = end
    return [*segments, Segment(shown[at:], style_of("list--dim"))]
