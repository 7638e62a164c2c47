"""The line above the panes that tells a newcomer what to try next."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class TourLine(Static):
    """As many rows as its words need; keys never go to it."""

    DEFAULT_CSS = """
    TourLine { height: auto; padding: 0 1; background: $panel; color: $accent; text-style: bold; }
    """

    def tell(self, words: str) -> None:
        """Show other words."""
        self.update(Content(words))
