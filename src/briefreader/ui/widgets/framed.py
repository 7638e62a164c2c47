"""Titles in the frame of a pane, which cost a repaint only when they change."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


def entitle(pane: Widget, title: str, subtitle: str = "") -> None:
    """Write a title into the upper edge of a frame and a subtitle into the lower; no markup is read."""
    above, below = Content(title), Content(subtitle)
    if (pane.border_title or "") != above.markup:
        pane.border_title = above
    if (pane.border_subtitle or "") != below.markup:
        pane.border_subtitle = below
