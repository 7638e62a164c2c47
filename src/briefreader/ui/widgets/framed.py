"""Titles in the frame of a pane, which cost a repaint only when they change."""

from __future__ import annotations

from textual.widget import Widget

from briefreader.ui.widgets.strips import plain


def entitle(pane: Widget, title: str, subtitle: str | None = None) -> None:
    """Write a title into the upper edge of a frame and a subtitle into the lower; no markup is read.

    Without a ``subtitle`` the lower edge stays as it is.
    """
    above = plain(title)
    if (pane.border_title or "") != above.markup:
        pane.border_title = above
    if subtitle is not None:
        underline(pane, subtitle)


def underline(pane: Widget, subtitle: str) -> None:
    """Write a subtitle into the lower edge of a frame."""
    below = plain(subtitle)
    if (pane.border_subtitle or "") != below.markup:
        pane.border_subtitle = below
